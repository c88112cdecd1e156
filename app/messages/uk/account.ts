import type { account as english } from '../en/account.ts';

export const account: Record<keyof typeof english, string> = {
  'account.form.unreadable': 'Перевірте, будь ласка, це поле.',

  'account.signIn.title': 'Вхід',
  'account.signIn.lead':
    'Жодних паролів. Укажіть свою поштову адресу, і ми надішлемо вам посилання та код.',
  'account.signIn.email': 'Електронна адреса',
  'account.signIn.emailHint': 'Та, яку ви вказували, коли підтримували нас.',
  'account.signIn.emailMissing': 'Уведіть свою електронну адресу.',
  'account.signIn.emailWrong':
    'Це не схоже на електронну адресу. Вона має виглядати так: anna@example.org.',
  'account.signIn.tooMany':
    'Забагато запитів за короткий час. Пошукайте листа, який уже в дорозі, або спробуйте через {minutes, plural, one {# хвилину} few {# хвилини} many {# хвилин} other {# хвилини}}.',
  'account.signIn.submit': 'Надіслати лист для входу',
  'account.signIn.notYet': 'Ще не підтримували нас? {link}',
  'account.signIn.notYetLink': 'Для внеску кабінет не потрібен.',

  'account.code.title': 'Перевірте пошту',
  'account.code.lead': 'Ми надіслали посилання й код на {email}. Вони діють 30 хвилин.',
  'account.code.either': 'Відкрийте посилання на будь-якому пристрої або введіть код тут.',
  'account.code.label': 'Код із шести цифр',
  'account.code.missing': 'Уведіть шість цифр із листа.',
  'account.code.wrong':
    'Це не той код, що в останньому листі. {left, plural, one {Лишилася # спроба.} few {Лишилося # спроби.} many {Лишилося # спроб.} other {Лишилося # спроби.}}',
  'account.code.submit': 'Увійти',
  'account.code.noMail': 'Листа немає?',
  'account.code.noMailHelp':
    'Іноді він іде хвилину. Загляньте у спам і перевірте, чи правильна адреса вгорі.',
  'account.code.again': 'Надіслати новий лист',
  'account.code.deadTitle': 'Цей код більше не діє',
  'account.code.dead':
    'Можливо, минуло понад 30 хвилин, код уже використано або надто багато разів помилилися. Новий надійде за мить. Якщо в листі є посилання, воно ще може спрацювати.',
  'account.code.noneTitle': 'Цей браузер не чекає на код',
  'account.code.none':
    'Код діє лише в тому браузері, де його просили. Скористайтеся посиланням із листа або замовте новий лист тут.',

  'account.link.title': 'Вхід',
  'account.link.lead': 'Ви входите як {email}.',
  'account.link.submit': 'Увійти',
  'account.link.notYou':
    'Це не ви? Закрийте сторінку: поки кнопку не натиснуто, нічого не станеться.',
  'account.link.usedTitle': 'Це посилання вже використано',
  'account.link.used': 'Кожне посилання спрацьовує один раз. Замовте нове, це мить.',
  'account.link.expiredTitle': 'Термін дії посилання минув',
  'account.link.expired': 'Посилання діють 30 хвилин. Замовте нове, це мить.',
  'account.link.unknownTitle': 'Ми не знаємо такого посилання',
  'account.link.unknown':
    'Можливо, його скопійовано не повністю або його замінив новіший лист. Скористайтеся посиланням з останнього листа чи замовте нове.',
  'account.link.again': 'Надіслати мені новий лист',
  'account.link.toAccount': 'Ви вже ввійшли. До кабінету',

  'account.nav': 'Ваш кабінет',
  'account.nav.overview': 'Огляд',
  'account.nav.membership': 'Членство',
  'account.nav.payments': 'Платежі й квитанції',
  'account.nav.sessions': 'Вхід і мова',
  'account.signOut': 'Вийти',

  'account.overview.title': 'Ваш кабінет',
  'account.overview.signedInAs': 'Ви ввійшли як {email}',
  'account.overview.thanksPatron':
    'Дякуємо, що ви наш патрон. Те, що тут написано, відкрите для всіх завдяки таким людям, як ви.',
  'account.overview.thanksDonor':
    'Дякуємо за підтримку. Те, що тут написано, відкрите для всіх завдяки таким людям, як ви.',
  'account.overview.nothing':
    'З адреси {email} внесків іще не було. Якщо ви підтримували нас з іншої адреси, увійдіть із нею.',
  'account.overview.membership': 'Членство',
  'account.overview.manage': 'Керувати членством',
  'account.overview.extras': 'Додаткові матеріали',
  'account.overview.payments': 'Останні платежі',
  'account.overview.allPayments': 'Усі платежі й квитанції',

  'account.extras.open.staff': 'Відкриті: ви тут працюєте.',
  'account.extras.open.membership': 'Відкриті, доки діє ваше членство.',
  'account.extras.open.membershipUntil': 'Відкриті до {date}: стільки ви вже оплатили.',
  'account.extras.open.grace':
    'Відкриті до {date}. Останній платіж не пройшов; щойно пройде, вони лишаться відкритими.',
  'account.extras.open.cancelled_not_ended': 'Відкриті до {date}, коли завершиться ваше членство.',
  'account.extras.open.gift': 'Відкриті до {date} завдяки подарунковому членству.',
  'account.extras.open.donor_pass': 'Відкриті до {date} завдяки вашому внеску.',
  'account.extras.open.complimentary': 'Відкриті: це наш подарунок вам.',
  'account.extras.open.complimentaryUntil': 'Відкриті до {date}: це наш подарунок вам.',
  'account.extras.closed.signed_out': 'Закриті: увійдіть, щоб відкрити.',
  'account.extras.closed.never_supported':
    'Закриті. Їх відкриває членство, а на певний час — і разовий внесок.',
  'account.extras.closed.membership_ended':
    'Закриті, відколи завершилося членство. Відкриються того ж дня, коли ви повернетеся.',
  'account.extras.closed.paused':
    'Закриті, поки членство призупинене. Відкриються, щойно воно відновиться.',
  'account.extras.closed.payment_failed': 'Закриті, бо платежі за членство не пройшли.',
  'account.extras.closed.donor_pass_ended':
    'Закриті: час, який дав ваш внесок, минув. Членство тримає їх відкритими.',
  'account.extras.closed.below_donor_pass':
    'Закриті: їх відкриває членство, а на певний час — більший внесок.',
  'account.extras.closed.revoked': 'Закриті, бо платіж повернуто.',

  'account.invite.title': 'Станьте патроном',
  'account.invite.body':
    'Постійна сума щомісяця чи щороку дає нам змогу планувати далі за наступний матеріал. Суму обираєте ви, припинити можна будь-коли.',
  'account.invite.back': 'Ваше членство завершилося {date}. Ми завжди раді вашому поверненню.',
  'account.invite.submit': 'Переглянути рівні членства',
  'account.invite.once': 'Підтримати разово',

  'account.membership.title': 'Ваше членство',
  'account.membership.none': 'У вас немає членства',
  'account.membership.tier': 'Рівень',
  'account.membership.amount': 'Сума',
  'account.membership.perMonth': '{amount} на місяць',
  'account.membership.perYear': '{amount} на рік',
  'account.membership.since': 'Патрон з',
  'account.membership.nextCharge': 'Наступне списання',
  'account.membership.nextChargeOn': '{amount}, {date}',
  'account.membership.noCharge': 'Не буде: більше нічого не списуватиметься',
  'account.membership.pausedCharge': 'Не буде, доки членство на паузі',
  'account.membership.status': 'Стан',
  'account.membership.status.active': 'Діє',
  'account.membership.status.ending': 'Завершиться {date}',
  'account.membership.status.past_due': 'Останній платіж не пройшов',
  'account.membership.status.unpaid': 'Не оплачено',
  'account.membership.status.paused': 'На паузі',
  'account.membership.status.ended': 'Завершилося {date}',
  'account.membership.status.waiting': 'Чекає на перший платіж',
  'account.membership.perks': 'Що воно відкриває',
  'account.membership.perk.extras': 'Додаткові матеріали в статтях: записи, документи, нотатки',
  'account.membership.perk.early_access': 'Великі тексти на день раніше за всіх',
  'account.membership.perk.ad_free': 'Жодної реклами',
  'account.membership.perk.supporter_newsletter': 'Лист від редакції',
  'account.membership.perk.wall': 'Ваше ім’я на сторінці подяки, якщо хочете',
  'account.membership.end': 'Припинити членство',
  'account.membership.endingTitle': 'Ваше членство завершиться {date}',
  'account.membership.ending':
    'Більше нічого не списуватиметься, і до цього дня все лишається відкритим. Доти можна все повернути.',
  'account.membership.continue': 'Продовжити членство',
  'account.membership.continued': 'Ваше членство триває. Наступне списання {date}.',

  'account.cancel.title': 'Припинити членство?',
  'account.cancel.when': 'Воно завершиться {date}, в останній оплачений день.',
  'account.cancel.charge':
    'Більше нічого не списуватиметься. Те, що ви вже сплатили, лишається редакції.',
  'account.cancel.until': 'До цього дня додаткові матеріали відкриті, і рішення можна змінити.',
  'account.cancel.after': 'Після цього лишаться ваш кабінет, квитанції та всі вільні матеріали.',
  'account.cancel.reason': 'Скажете чому? Це не обов’язково.',
  'account.cancel.reason.too_expensive': 'Зараз для мене це задорого',
  'account.cancel.reason.break': 'Мені потрібна перерва',
  'account.cancel.reason.reading_less': 'Читаю менше, ніж сподівалися',
  'account.cancel.reason.coverage': 'Мене не влаштовують матеріали',
  'account.cancel.reason.technical': 'Щось не працювало',
  'account.cancel.reason.elsewhere': 'Тепер підтримую когось іншого',
  'account.cancel.reason.other': 'Інша причина',
  'account.cancel.note': 'Якщо хочете щось додати',
  'account.cancel.noteTooLong': 'Будь ласка, не більше ніж 500 знаків.',
  'account.cancel.submit': 'Припинити членство {date}',
  'account.cancel.keep': 'Лишити як є',
  'account.cancel.failedTitle': 'Не вдалося',
  'account.cancel.failed.no_membership': 'Немає чинного членства, яке можна було б припинити.',
  'account.cancel.failed.already_scheduled': 'Його вже припинено з кінця оплаченого строку.',
  'account.cancel.failed.payments_unavailable':
    'Платіжна система зараз не відповідає. Нічого не змінилося. Спробуйте ще раз за кілька хвилин.',
  'account.cancel.failed.payments_refused':
    'Платіжна система відмовила. Нічого не змінилося. Напишіть на {email}, і ми зробимо це за вас.',

  'account.continue.failed.no_membership':
    'Членство вже завершилося, тож продовжити його не можна. Можна почати нове.',
  'account.continue.failed.not_scheduled': 'Його не припиняли: воно просто триває.',

  'account.payments.title': 'Платежі й квитанції',
  'account.payments.none': 'Платежів іще немає',
  'account.payments.noneHelp': 'Коли ви нас підтримаєте, тут будуть усі платежі та квитанції.',
  'account.payments.date': 'Дата',
  'account.payments.what': 'Призначення',
  'account.payments.amount': 'Сума',
  'account.payments.receipt': 'Квитанція',
  'account.payments.receiptOf': 'Квитанція за {date}, {amount}',
  'account.payments.donation': 'Разовий внесок',
  'account.payments.membership': 'Членство',
  'account.payments.gift': 'Подарункове членство',
  'account.payments.refund': 'Повернення',
  'account.payments.refund_failure': 'Повернення, яке не пройшло',
  'account.payments.dispute': 'Відкликано вашим банком',
  'account.payments.dispute_reversal': 'Спір вирішено',
  'account.payments.returned': 'Повернуто {amount}',

  'account.receipt.title': 'Квитанція',
  'account.receipt.back': 'Усі платежі',
  'account.receipt.number': 'Номер платежу',
  'account.receipt.date': 'Дата платежу',
  'account.receipt.amount': 'Сплачено',
  'account.receipt.kept': 'Сума після повернення',
  'account.receipt.for': 'Призначення',
  'account.receipt.forMembershipMonth': 'Членство «{tier}», щомісяця',
  'account.receipt.forMembershipYear': 'Членство «{tier}», щороку',
  'account.receipt.from': 'Платник',
  'account.receipt.to': 'Одержувач',
  'account.receipt.address': 'Адреса',
  'account.receipt.taxId': 'Реєстраційний номер',
  'account.receipt.contact': 'Запитання',

  'account.sessions.title': 'Вхід і мова',
  'account.sessions.where': 'Де ви ввійшли',
  'account.sessions.device': '{browser}, {system}',
  'account.sessions.deviceUnknown': 'Невідомий браузер',
  'account.sessions.thisOne': 'Цей браузер',
  'account.sessions.lastSeen': 'Востаннє {date}',
  'account.sessions.openedByMail': 'Вхід із пошти {date}',
  'account.sessions.openedByCheckout': 'Вхід після оплати {date}',
  'account.sessions.everywhere': 'Вийти всюди',
  'account.sessions.everywhereHelp':
    'Завершує всі сеанси, і цей також. Стане в пригоді, якщо пристрій загубився або був чужий.',

  'account.language.title': 'Мова наших листів',
  'account.language.help': 'Сторінки мають мову своєї адреси; це для квитанцій і листів.',
  'account.language.en': 'Англійська',
  'account.language.uk': 'Українська',
  'account.language.submit': 'Зберегти',
  'account.language.saved': 'Збережено.',
};
