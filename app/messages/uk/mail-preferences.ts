export const mailPreferences = {
  'mail.footer.why.reminders':
    'Ви отримали цього листа, бо на цю адресу ми нагадуємо про те, що незабаром.',
  'mail.footer.why.invitations':
    'Ви отримали цього листа, бо з цієї адреси нас уже підтримували, і часом ми питаємо, чи не підтримаєте ще.',
  'mail.footer.choose': 'Вибрати, які листи отримувати, або відмовитися від цих',

  'mailPreferences.title': 'Ваші листи',
  'mailPreferences.nav': 'Листи',
  'mailPreferences.leadAccount': 'Що ми надсилаємо на {email}, крім обов’язкового.',
  'mailPreferences.leadLink':
    'Що ми надсилаємо на адресу, на яку прийшов лист із цим посиланням, крім обов’язкового.',
  'mailPreferences.legend': 'Листи, без яких можна обійтися',
  'mailPreferences.topic.reminders': 'Нагадування про те, що незабаром',
  'mailPreferences.hint.reminders':
    'Перш ніж мине термін дії картки, закінчиться подарунок або час, щоб його відкрити.',
  'mailPreferences.topic.invitations': 'Запрошення підтримати нас знову',
  'mailPreferences.hint.invitations':
    'Щонайбільше кілька на рік, і лише тим, хто нас уже підтримував.',
  'mailPreferences.always':
    'Надсилаємо завжди: коди для входу, квитанції, підтвердження ваших замовлень і змін, скільки й коли спишемо, а також лист, якщо платіж не пройшов.',
  'mailPreferences.save': 'Зберегти',
  'mailPreferences.none': 'Відмовитися від обох',
  'mailPreferences.savedTitle': 'Збережено.',
  'mailPreferences.savedAll': 'Ви отримуєте обидва види листів.',
  'mailPreferences.savedNone':
    'Більше не надсилатимемо ні тих, ні тих. Лист, який уже в дорозі, ще може надійти.',
  'mailPreferences.saved.reminders': 'Ви отримуєте нагадування, запрошень не буде.',
  'mailPreferences.saved.invitations': 'Ви отримуєте запрошення, нагадувань не буде.',
  'mailPreferences.badTitle': 'Це посилання не працює',
  'mailPreferences.bad':
    'Мабуть, його обрізало дорогою. Відкрийте його ще раз із самого листа або ввійдіть: у вашому кабінеті є той самий вибір.',
  'mailPreferences.signIn': 'Увійти',
};
