import type { mail as english } from '../en/mail.ts';

export const mail: Record<keyof typeof english, string> = {
  'mail.hello': 'Вітаємо, {name}!',
  'mail.helloNoName': 'Вітаємо!',
  'mail.footer.sentBy': 'Надіслано редакцією «{newsroom}».',
  'mail.footer.questions':
    'Маєте запитання? Просто дайте відповідь на цей лист або напишіть на {email}.',
  'mail.footer.taxId': 'Реєстраційний номер {taxId}',
  'mail.openInBrowser': 'Якщо кнопка не працює, скопіюйте цю адресу у браузер:',

  'mail.signIn.subject': 'Ваш код входу на сайт «{newsroom}»: {code}',
  'mail.signIn.lead': 'Ось як увійти до вашого кабінету на сайті «{newsroom}».',
  'mail.signIn.button': 'Увійти',
  'mail.signIn.linkNote':
    'Посилання спрацює один раз, на будь-якому пристрої, протягом {minutes, plural, one {# хвилини} few {# хвилин} many {# хвилин} other {# хвилини}}.',
  'mail.signIn.codeLead': 'Або введіть цей код на сторінці, де ви просили увійти:',
  'mail.signIn.ignore':
    'Якщо ви про це не просили, нічого робити не треба: без посилання чи коду ніхто не ввійде. Не передавайте їх нікому. Ми ніколи про них не запитуємо.',

  'mail.receipt.subject': 'Квитанція від редакції «{newsroom}»: {amount}',
  'mail.receipt.thanksOnce': 'Дякуємо за ваш внесок. Завдяки вам наші матеріали може читати кожен.',
  'mail.receipt.thanksMembership':
    'Дякуємо, що ви з нами як патрон. Завдяки вам наші матеріали може читати кожен.',
  'mail.receipt.thanksGift': 'Дякуємо за подарунок. Завдяки йому наші матеріали може читати кожен.',
  'mail.receipt.title': 'Квитанція',
  'mail.receipt.amount': 'Сума',
  'mail.receipt.date': 'Дата',
  'mail.receipt.number': 'Номер платежу',
  'mail.receipt.for': 'Призначення',
  'mail.receipt.forDonation': 'Разовий внесок',
  'mail.receipt.forGift': 'Подарункова підтримка',
  'mail.receipt.forMembershipMonth': 'Членство «{tier}», щомісяця',
  'mail.receipt.forMembershipYear': 'Членство «{tier}», щороку',
  'mail.receipt.recipient': 'Одержувач',
  'mail.receipt.address': 'Адреса',
  'mail.receipt.taxId': 'Реєстраційний номер',
  'mail.receipt.pdf': 'Завантажити квитанцію у PDF',
  'mail.receipt.pdfDays':
    'PDF відкривається без входу {days, plural, one {# день} few {# дні} many {# днів} other {# дня}}; його може відкрити кожен, хто має цей лист. Потім він буде у вашому кабінеті.',
  'mail.receipt.button': 'Переглянути в кабінеті',
  'mail.receipt.manageOnce':
    'Усі ваші квитанції є в кабінеті, там їх можна будь-коли роздрукувати.',
  'mail.receipt.manageMembership':
    'У кабінеті є всі квитанції, дата наступного списання і можливість припинити членство, коли забажаєте.',

  'mail.welcome.subject': 'Тепер ви патрон видання «{newsroom}»',
  'mail.welcome.lead':
    'Відсьогодні ви серед тих, завдяки кому «{newsroom}» працює. Додаткові матеріали відкриються, щойно ви ввійдете.',
  'mail.welcome.tier': 'Членство',
  'mail.welcome.amount': 'Сума',
  'mail.welcome.perMonth': '{amount} на місяць',
  'mail.welcome.perYear': '{amount} на рік',
  'mail.welcome.nextCharge': 'Наступне списання',
  'mail.welcome.nextChargeOn': '{amount}, {date}',
  'mail.welcome.button': 'Відкрити кабінет',
  'mail.welcome.cancel':
    'Членство діє, доки ви його не припините. Це можна зробити будь-коли й без пояснень: у кабінеті або з будь-якої квитанції, навіть без входу.',

  'mail.cancellation.subject': 'Ваше членство діє до {date}',
  'mail.cancellation.lead':
    'Як ви й просили, ваше членство «{tier}» у виданні «{newsroom}» завершиться {date}. Більше нічого не списуватиметься.',
  'mail.cancellation.until': 'До того часу все лишається як було: оплачене залишається відкритим.',
  'mail.cancellation.undo': 'Передумали? До цього дня можна все повернути.',
  'mail.cancellation.button': 'Продовжити членство',
  'mail.cancellation.thanks': 'Дякуємо за все, що стало можливим завдяки вам.',

  'mail.duplicate.subject': 'Ми повернули оплату за друге членство',
  'mail.duplicate.lead':
    'У вас уже є членство у виданні «{newsroom}», а щойно на вашу адресу оформили ще одне. Одного досить, тож ми припинили нове й повернули {amount} на картку, з якої його оплачено.',
  'mail.duplicate.when':
    'Банк може показати повернення протягом десяти днів. Ваше перше членство діє без змін.',
  'mail.duplicate.button': 'Переглянути членство',
  'mail.duplicate.more':
    'Якщо ви хотіли підтримувати нас більшою сумою, дайте відповідь на цей лист, і ми допоможемо.',

  'mail.suggestion.subject': 'Ваша підтримка видання «{newsroom}» уже в кабінеті',
  'mail.suggestion.lead':
    'Хтось, найімовірніше ви, щойно підтримав «{newsroom}», указавши цю поштову адресу в браузері, де ви не ввійшли. Цей внесок уже у вашому кабінеті разом з усіма іншими.',
  'mail.suggestion.why':
    'Ми не відкриваємо кабінет лише тому, що хтось заплатив, указавши його адресу. Увійдіть, і додаткові матеріали відкриються і в цьому браузері.',
  'mail.suggestion.button': 'Увійти',
  'mail.suggestion.notYou': 'Якщо це були не ви, дайте відповідь на цей лист.',
};
