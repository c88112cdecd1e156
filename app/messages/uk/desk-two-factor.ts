import type { deskTwoFactor as inEnglish } from '../en/desk-two-factor.ts';

export const deskTwoFactor: Record<keyof typeof inEnglish, string> = {
  'twoFactor.confirm.title': 'Підтвердьте, що це ви',
  'twoFactor.confirm.lead':
    'Редакційний стіл відкривається для {email} ключем доступу: відбитком, обличчям або кодом пристрою. У цьому браузері він лишиться відкритим на {hours, plural, one {# годину} few {# години} many {# годин} other {# години}}.',
  'twoFactor.confirm.submit': 'Увійти з ключем доступу',
  'twoFactor.confirm.needsScript':
    'Ключ доступу потребує JavaScript, а в цьому браузері його вимкнено.',
  'twoFactor.confirm.noDevice': 'Пристрій не відповів, або ви його зупинили. Спробуйте ще раз.',
  'twoFactor.confirm.refused':
    'Підтвердити не вдалося: ключ не з цього облікового запису, пристрій не перевірив, хто ви, або запит застарів. Спробуйте ще раз.',
  'twoFactor.confirm.tooMany':
    'Забагато спроб за короткий час. Зачекайте {minutes, plural, one {# хвилину} few {# хвилини} many {# хвилин} other {# хвилини}}.',
  'twoFactor.confirm.lost':
    'Загубили пристрій? Попросіть власника редакції скинути ваші ключі: тоді ви додасте новий.',
  'twoFactor.confirm.add':
    'Тут вхід підтверджують ключем доступу, а у вас його ще немає. Додайте ключ до свого облікового запису: звідти є шлях назад.',
  'twoFactor.confirm.added':
    'Ключ додано. Скористайтеся ним зараз, і редакційний стіл відчиниться.',
  'twoFactor.confirm.addLink': 'Додати ключ доступу',
  'twoFactor.confirm.stopped':
    'Ваші ключі зупинено: схоже, існує копія одного з них. Попросіть власника редакції скинути їх: тоді ви додасте новий.',
  'twoFactor.due':
    'У вас ще немає ключа доступу. Без нього редакційний стіл відкриватиметься для вас до',
  'twoFactor.dueLink': 'Додати ключ доступу',
  'twoFactor.first':
    'Це може змінити лише власник, який скористався ключем доступу протягом {minutes, plural, one {останньої # хвилини} few {останніх # хвилин} many {останніх # хвилин} other {останніх # хвилини}}.',
  'twoFactor.firstLink': 'Підтвердити ключем доступу',
  'twoFactor.rule.title': 'Підтвердження ключем доступу',
  'twoFactor.rule.definition':
    'Хто входить через пошту, ще й користується ключем доступу, перш ніж відкриється редакційний стіл, і знову за {hours, plural, one {# годину} few {# години} many {# годин} other {# години}}. Тоді мати доступ до чужої пошти замало, щоб увійти.',
  'twoFactor.rule.off': 'Не вимагається: стіл відкриває сам лист для входу.',
  'twoFactor.rule.on': 'Вимагається від усієї команди з',
  'twoFactor.rule.graceUntil': 'Ті, хто не має ключа, мають час до',
  'twoFactor.rule.onLink': 'Вимагати від команди ключ доступу',
  'twoFactor.rule.changeLink': 'Змінити або скасувати',
  'twoFactor.rule.grace': 'Останній день для тих, хто не має ключа',
  'twoFactor.rule.graceHint':
    'До його кінця стіл відкривається їм без ключа й нагадує додати його. Щонайбільше {days, plural, one {# день} few {# дні} many {# днів} other {# дня}} від сьогодні; минулий день не дає часу.',
  'twoFactor.rule.submit': 'Вимагати ключ доступу',
  'twoFactor.rule.change': 'Змінити останній день',
  'twoFactor.rule.endLink': 'Більше не вимагати ключа',
  'twoFactor.end.title': 'Більше не вимагати ключа доступу',
  'twoFactor.end.definition':
    'Стіл знову відкриватиме сам лист для входу. Ключі лишаються в облікових записах своїх власників.',
  'twoFactor.end.submit': 'Більше не вимагати',
  'twoFactor.reset.link': 'Скинути',
  'twoFactor.reset.title': 'Скинути ключі доступу',
  'twoFactor.reset.definition':
    'Для {email}: {count, plural, =0 {ключів немає} one {# ключ} few {# ключі} many {# ключів} other {# ключа}}. Їх буде вилучено, а всі сеанси завершено; на пошту прийде повідомлення, і після входу через пошту можна буде додати новий ключ. Переконайтеся, що просить саме ця людина.',
  'twoFactor.reset.submit': 'Скинути ключі',
  'twoFactor.done.required': 'Відтепер від команди вимагається ключ доступу.',
  'twoFactor.done.ended': 'Від команди більше не вимагається ключ доступу.',
  'twoFactor.done.reset': 'Ключі вилучено, їхній власник отримає лист.',
  'twoFactor.error.grace': 'Вкажіть день.',
  'twoFactor.error.graceTooFar': 'Це запізно: виберіть день у межах 90 днів.',
  'twoFactor.error.unconfirmed':
    'Ваше підтвердження застаріло. Підтвердьте ключем ще раз; нічого не змінено.',
  'twoFactor.error.own': 'Це ваші власні ключі. Вилучіть їх у своєму обліковому записі.',
  'twoFactor.error.none': 'Ця людина вже не має ключів.',
  'twoFactor.mail.subject': 'Ваші ключі доступу в «{newsroom}» скинуто',
  'twoFactor.mail.lead':
    'Команда «{newsroom}» вилучила ваші ключі доступу, і всі ваші сеанси завершено. Увійдіть через пошту й додайте новий ключ.',
  'twoFactor.mail.button': 'Додати ключ доступу',
  'twoFactor.mail.notYou': 'Якщо ви про це не просили, негайно напишіть на {email}.',
  'admin.mail.passkeys-reset': 'Скинуто ключі доступу',
  'admin.action.passkeys.reset': 'Скинуто ключі доступу',
  'admin.action.staff.confirmation_required': 'Від команди вимагається ключ доступу',
  'admin.action.staff.confirmation_ended': 'Від команди більше не вимагається ключ доступу',
};
