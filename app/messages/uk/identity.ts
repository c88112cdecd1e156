import type { identity as english } from '../en/identity.ts';

export const identity: Record<keyof typeof english, string> = {
  'account.nav.profile': 'Ваші дані',
  'account.nav.privacy': 'Приватність',

  'identity.profile.title': 'Ваші дані',
  'identity.profile.receipts': 'У квитанціях',
  'identity.profile.lead':
    'Так вас названо у квитанціях і річних довідках, зокрема за попередні платежі.',
  'identity.profile.name': 'Ім’я',
  'identity.profile.nameTooLong': 'Задовге для квитанції. Не більше 200 знаків.',
  'identity.profile.address': 'Поштова адреса',
  'identity.profile.addressHint':
    'Лише якщо вона потрібна у квитанціях. Напишіть її так, як на конверті.',
  'identity.profile.addressTooLong': 'Задовга для квитанції. Не більше 400 знаків.',
  'identity.profile.addressTooManyLines': 'Не більше восьми рядків, будь ласка.',
  'identity.profile.submit': 'Зберегти',
  'identity.profile.saved': 'Збережено.',
  'identity.profile.email': 'Електронна адреса',
  'identity.profile.emailChange': 'Змінити електронну адресу',
  'identity.profile.emailPending':
    'Ви попросили змінити її на {email}. Вона зміниться, коли зміну підтвердять з обох скриньок.',
  'identity.profile.emailPendingLink': 'Подивитися, як ідуть справи',

  'identity.email.title': 'Зміна електронної адреси',
  'identity.email.now': 'Ви входите з адресою {email}.',
  'identity.email.lead':
    'Ми надішлемо по листу на стару й на нову адресу. Адреса зміниться, коли ви підтвердите посилання з обох листів.',
  'identity.email.lostOld':
    'До старої скриньки вже не потрапити? Напишіть на {email}: ми змінимо адресу, щойно переконаємося, що це ви.',
  'identity.email.new': 'Нова електронна адреса',
  'identity.email.same': 'Це та сама адреса, що й зараз.',
  'identity.email.submit': 'Надіслати обидва листи',
  'identity.email.tooMany':
    'Забагато запитів за короткий час. Спробуйте через {minutes, plural, one {# хвилину} few {# хвилини} many {# хвилин} other {# хвилини}}.',
  'identity.email.pendingTitle': 'Потрібні два підтвердження',
  'identity.email.pendingLead': 'Відкрийте лист у кожній скриньці й підтвердьте зміну до {until}.',
  'identity.email.mailbox': 'Скринька',
  'identity.email.state': 'Стан',
  'identity.email.old': 'Стара',
  'identity.email.newShort': 'Нова',
  'identity.email.confirmed': 'підтверджено',
  'identity.email.waiting': 'ще не підтверджено',
  'identity.email.resend': 'Надіслати листи ще раз',
  'identity.email.resent': 'Листи вже в дорозі. Посилання з попередніх більше не діють.',
  'identity.email.nothingToResend': 'Зміна адреси вже не триває.',
  'identity.email.cancel': 'Скасувати зміну',
  'identity.email.cancelled': 'Скасовано. Адреса лишається, як була.',
  'identity.email.another': 'Інша адреса',

  'identity.link.title': 'Зміна електронної адреси',
  'identity.link.lead': 'Зараз ви входите з адресою {oldEmail}. Після зміни це буде {newEmail}.',
  'identity.link.confirm': 'Підтвердити зміну',
  'identity.link.refuseLead': 'Це були не ви?',
  'identity.link.refuse': 'Зупинити зміну',
  'identity.link.confirmedTitle': 'З цієї скриньки підтверджено',
  'identity.link.confirmed.old':
    'Тепер підтвердьте й з нової скриньки: лист надіслано на {newEmail}. Тоді адреса зміниться.',
  'identity.link.confirmed.new':
    'Тепер підтвердьте й зі старої скриньки: лист надіслано на {oldEmail}. Тоді адреса зміниться.',
  'identity.link.doneTitle': 'Електронну адресу змінено',
  'identity.link.done':
    'Відтепер ви входите з адресою {newEmail}. На всіх інших пристроях ви вийшли з кабінету.',
  'identity.link.toAccount': 'До вашого кабінету',
  'identity.link.endedTitle': 'Ця зміна вже не діє',
  'identity.link.ended':
    'Її скасовано, замінено новішою або вона стала неможливою. Це посилання нічого не змінило.',
  'identity.link.expiredTitle': 'Термін дії посилання минув',
  'identity.link.expired': 'Посилання діють 24 години. Попросіть про зміну ще раз у кабінеті.',
  'identity.link.unknownTitle': 'Такого посилання ми не знаємо',
  'identity.link.unknown':
    'Можливо, його скопійовано не повністю або його замінив новіший лист. Скористайтеся посиланням з останнього листа.',
  'identity.link.refusedTitle': 'Зупинено',
  'identity.link.refused':
    'Електронна адреса лишилася, як була. Якщо про зміну просив хтось інший, він мав доступ до вашого кабінету: про всяк випадок вийдіть на всіх пристроях.',
  'identity.link.tooLate':
    'Запізно: адресу вже змінено. Якщо це були не ви, негайно напишіть до редакції; її адреса внизу наших листів.',
  'identity.link.refusedAct': 'Подивитися, де ви ввійшли',

  'identity.sessions.openedByPasskey': 'Вхід із ключем доступу {date}',
  'identity.sessions.end': 'Вийти там',
  'identity.sessions.endOf': 'Вийти: {device}',
  'identity.sessions.ended': 'Там ви вийшли.',

  'identity.renewal.title': 'Увійдіть, будь ласка, ще раз',
  'identity.renewal.lead':
    'Далі йдеться про все, що у вас тут є. Щоб цього не зробив хтось на пристрої, який ви лишили відкритим, ми надішлемо лист на {email}: посилання або код з нього поверне вас сюди.',
  'identity.renewal.submit': 'Надіслати мені лист',
  'identity.renewal.minutes':
    'Протягом {minutes, plural, one {# хвилини} few {# хвилин} many {# хвилин} other {# хвилини}} після входу ми не перепитуємо.',

  'identity.privacy.title': 'Приватність',
  'identity.privacy.exportTitle': 'Усе, що ми про вас маємо',
  'identity.privacy.exportLead':
    'Один файл JSON, який прочитають і люди, і програми. Суми подано в найменших одиницях валюти, час — за UTC.',
  'identity.privacy.exportKeys': 'Що в ньому',
  'identity.privacy.export': 'Завантажити файл',
  'identity.privacy.exportTooMany': 'Забагато завантажень за короткий час. Спробуйте за годину.',
  'identity.privacy.key.profile': 'хто ви для нас: адреса, ім’я, мова, країна',
  'identity.privacy.key.sessions': 'де ви ввійшли',
  'identity.privacy.key.signInRequests': 'нещодавні запити на вхід',
  'identity.privacy.key.emailChanges': 'зміни електронної адреси',
  'identity.privacy.key.passkeys': 'ваші ключі доступу за назвами',
  'identity.privacy.key.stripeCustomers': 'під якими номерами вас знає Stripe',
  'identity.privacy.key.donations': 'ваші внески й слова, додані до них',
  'identity.privacy.key.memberships': 'ваші членства й усе, що з ними відбувалося',
  'identity.privacy.key.gifts': 'членства, які ви подарували чи отримали',
  'identity.privacy.key.notes': 'що редакція занотувала про вас',
  'identity.privacy.key.grants': 'доступ, який надала вам редакція',
  'identity.privacy.key.payments': 'кожен платіж, повернення й комісія',
  'identity.privacy.key.receipts': 'ваші квитанції за номерами',
  'identity.privacy.key.mails': 'які листи й коли ми вам надсилали',
  'identity.privacy.key.mailPreferences': 'які листи ви хочете отримувати',
  'identity.privacy.key.disputes': 'що ми написали вашому банку про оскаржений платіж',
  'identity.privacy.key.workNotes': 'що занотувала редакція, розбираючись із вашими платежами',
  'identity.privacy.key.audit': 'що робили з вашим кабінетом і хто',
  'identity.privacy.eraseTitle': 'Стерти все',
  'identity.privacy.eraseLead':
    'Ми приберемо все, що вас називає. Те з платежів, що нас зобов’язує зберігати закон, лишиться без вашого імені.',
  'identity.privacy.erase': 'Подивитися, що зникне, а що лишиться',

  'identity.erase.title': 'Стерти все про вас',
  'identity.erase.goes': 'Що зникне',
  'identity.erase.goes.name': 'Ваше ім’я, електронна й поштова адреси',
  'identity.erase.goes.words': 'Ваше ім’я на стіні подяк, нотатки й причини, які ви написали',
  'identity.erase.goes.access': 'Ваші входи, а з ними й доступ до додаткових матеріалів',
  'identity.erase.goes.mails': 'Ваша адреса на кожному листі від нас',
  'identity.erase.goes.stripe': 'Ви як клієнт Stripe разом зі збереженою карткою',
  'identity.erase.stays': 'Що лишиться',
  'identity.erase.stays.money':
    'Суми, дати й країни платежів без вашого імені: закон вимагає зберігати облік',
  'identity.erase.stays.stripe':
    'Те, що ви вводили під час оплати, — у Stripe, який як платіжний сервіс мусить певний час це зберігати; через 90 днів редакція може попросити Stripe це знеособити',
  'identity.erase.stays.log': 'Запис про те, що стирання відбулося, без вказівки, чиє саме',
  'identity.erase.membership':
    'Ваше членство закінчиться одразу. Уже сплачене не повертаємо; якщо шкода решти строку, спершу скасуйте членство й поверніться після {date} або напишіть на {email}.',
  'identity.erase.membershipNoDate':
    'Ваше членство закінчиться одразу. Уже сплачене не повертаємо.',
  'identity.erase.receipts':
    'Якщо вам потрібні квитанції й довідки, завантажте їх заздалегідь: потім ніхто не скаже, які з них ваші.',
  'identity.erase.noUndo':
    'Скасувати це неможливо. Хто згодом увійде з цією адресою, почне з чистого аркуша.',
  'identity.erase.confirm': 'Я розумію, що скасувати це неможливо',
  'identity.erase.confirmMissing': 'Поставте позначку, щоб підтвердити.',
  'identity.erase.submit': 'Стерти все про мене',
  'identity.erase.keep': 'Лишити кабінет',
  'identity.erase.failedTitle': 'Нічого не стерто',
  'identity.erase.failed.payments_unavailable':
    'Не вдалося звернутися до Stripe, а регулярні платежі мають спершу закінчитися там. Спробуйте за кілька хвилин.',
  'identity.erase.failed.payments_refused':
    'Stripe не припинив регулярних платежів. Напишіть, будь ласка, на {email}.',
  'identity.erase.failed.is_staff':
    'Ви працюєте в редакції. Спершу попросіть власника зняти з вас роль.',
  'identity.erase.failed.gone': 'Стирати вже нічого.',
  'identity.erased.title': 'Зроблено',
  'identity.erased.lead':
    'Усе, що вас називало, звідси зникло. Останній лист це підтвердить; потім зникне й адреса з нього.',
  'identity.erased.thanks': 'Дякуємо, що підтримували нас.',

  'identity.staff.actions': 'Змінити адресу',
  'identity.staff.mergeAction': 'Об’єднати з іншим записом',
  'identity.staff.emailTitle': 'Зміна електронної адреси',
  'identity.staff.emailDefinition':
    'Для того, хто втратив стару скриньку. Переконайтеся, що це справді він: запитайте номер, дату й суму з квитанції. Його сеанси закінчаться, а на обидві скриньки прийде повідомлення.',
  'identity.staff.emailNow': 'Адреса зараз: {email}',
  'identity.staff.reason': 'Звідки ви знаєте, що це він?',
  'identity.staff.reasonHint': 'Лишається в журналі. Без імен та адрес, будь ласка.',
  'identity.staff.reasonMissing': 'Напишіть, звідки ви це знаєте.',
  'identity.staff.reasonTooLong': 'Не більше 300 знаків, будь ласка.',
  'identity.staff.emailSubmit': 'Змінити адресу',
  'identity.staff.emailTaken':
    'Ця адреса належить іншому прихильникові. Якщо це одна людина, об’єднайте записи.',
  'identity.staff.emailDone': 'Адресу змінено, на обидві скриньки надіслано повідомлення.',
  'identity.staff.back': 'Назад до прихильника',

  'identity.merge.title': 'Об’єднання двох записів',
  'identity.merge.definition':
    'Коли одна людина записана двічі. Усе, що має інший запис, перейде до цього; його адреса лишиться другим способом увійти. Жодна сума не зміниться.',
  'identity.merge.search': 'Знайдіть інший запис за ім’ям або адресою',
  'identity.merge.searchSubmit': 'Шукати',
  'identity.merge.nobody': 'Більше нікого за цим не знайдено.',
  'identity.merge.choose': 'Вибрати: {person}',
  'identity.merge.chooseShort': 'Вибрати',
  'identity.merge.kept': 'Лишається',
  'identity.merge.merged': 'Вливається в нього',
  'identity.merge.previewTitle': 'Що станеться',
  'identity.merge.what': 'Що має кожен',
  'identity.merge.name': 'Ім’я',
  'identity.merge.noName': 'немає',
  'identity.merge.since': 'Від',
  'identity.merge.count.donations': 'Внески',
  'identity.merge.count.memberships': 'Членства',
  'identity.merge.count.payments': 'Платежі й повернення',
  'identity.merge.count.customers': 'Клієнти у Stripe',
  'identity.merge.count.gifts': 'Подаровані членства',
  'identity.merge.count.grants': 'Наданий доступ',
  'identity.merge.inForce': 'Чинне членство',
  'identity.merge.yes': 'є',
  'identity.merge.no': 'немає',
  'identity.merge.swap': 'Навпаки',
  'identity.merge.access':
    'Відтепер той, хто має скриньку {email}, відкриватиме кабінет {kept}. Скасувати це неможливо.',
  'identity.merge.reason': 'Звідки ви знаєте, що це одна людина?',
  'identity.merge.submit': 'Об’єднати',
  'identity.merge.problemTitle': 'Ці два записи не можна об’єднати',
  'identity.merge.problem.not_found': 'Одного з них уже немає: його стерто або об’єднано раніше.',
  'identity.merge.problem.same': 'Це один і той самий запис.',
  'identity.merge.problem.both_patrons':
    'Обидва мають чинне членство, а в однієї людини воно лише одне. Спершу припиніть одне з них.',
  'identity.merge.problem.is_staff':
    'Запис, що мав би зникнути, має роль у редакції. Спершу зніміть роль або об’єднайте навпаки.',
  'identity.merge.done': 'Тепер це один запис.',
  'identity.merge.isMerged': 'Цей запис об’єднано з іншим.',
  'identity.merge.toKept': 'Подивитися той, що має все',
  'identity.erasedPerson': 'Стертий запис',
  'identity.erasedOn': 'Усе, що називало цю людину, стерто {date}.',
  'identity.erasedStripe':
    'У Stripe її клієнтів видалено. Те, що вона вводила під час оплати, лишається там при платежах: через 90 днів після останнього знеособте їх у Dashboard Stripe.',

  'admin.mail.email-change-old': 'Зміна адреси, на стару скриньку',
  'admin.mail.email-change-new': 'Зміна адреси, на нову скриньку',
  'admin.mail.email-changed': 'Адресу змінено',
  'admin.mail.supporters-merged': 'Записи об’єднано',
  'admin.mail.erasure-done': 'Підтвердження стирання',
  'admin.action.email.change_requested': 'запит на зміну адреси',
  'admin.action.email.change_cancelled': 'зміну адреси скасовано',
  'admin.action.email.change_refused': 'зміну адреси зупинено зі скриньки',
  'admin.action.email.changed': 'адресу змінено',
  'admin.action.email.changed_by_staff': 'редакція змінила адресу',
  'admin.action.profile.changed': 'зміна власних даних',
  'admin.action.session.ended': 'завершено сеанс',
  'admin.action.data.exported': 'завантажено власні дані',
  'admin.action.supporter.erased': 'стерто',
  'admin.action.supporter.merged': 'з цим записом об’єднано інший',
  'admin.action.supporter.merged_away': 'об’єднано з іншим записом',

  'mail.emailChange.oldSubject': '{newsroom}: зміна вашої електронної адреси',
  'mail.emailChange.oldLead':
    'Хтось, хто ввійшов до вашого кабінету на сайті «{newsroom}», хоче відтепер входити з адресою {newEmail}. Якщо це ви, підтвердьте зміну тут і в листі, який ми надіслали на нову адресу.',
  'mail.emailChange.newSubject': '{newsroom}: це ваша нова адреса?',
  'mail.emailChange.newLead':
    'До кабінету {oldEmail} на сайті «{newsroom}» відтепер хочуть входити з цією адресою. Підтвердьте зміну тут і в листі, який ми надіслали на стару адресу.',
  'mail.emailChange.button': 'Переглянути',
  'mail.emailChange.note':
    'Посилання діє {hours, plural, one {# годину} few {# години} many {# годин} other {# години}}. Саме відкриття ще нічого не змінює.',
  'mail.emailChange.oldNotYou':
    'Якщо це не ви, відкрийте ту саму сторінку й натисніть «Зупинити зміну». Потім вийдіть на всіх пристроях: можливо, до вашого кабінету ввійшов хтось інший.',
  'mail.emailChange.newNotYou':
    'Якщо ви про це нічого не знаєте, не робіть нічого: без посилання нічого не станеться.',
  'mail.emailChange.takenLead':
    'Хтось хоче відтепер входити на сайт «{newsroom}» з цією адресою. Але з нею тут уже є кабінет.',
  'mail.emailChange.takenNothing':
    'Тож нічого не змінилося й не зміниться. Якщо це не ви, нічого робити не треба.',
  'mail.emailChange.takenMerge':
    'Якщо обидва кабінети ваші, напишіть з цієї адреси на {email}, і ми їх об’єднаємо.',
  'mail.emailChange.takenButton': 'Увійти з цією адресою',

  'mail.emailChanged.subject': '{newsroom}: вашу електронну адресу змінено',
  'mail.emailChanged.lead':
    'До вашого кабінету на сайті «{newsroom}» відтепер входять з адресою {newEmail}, а з {oldEmail} більше ні.',
  'mail.emailChanged.leadStaff':
    'Як ви й просили, ми змінили адресу вашого кабінету на сайті «{newsroom}»: відтепер ви входите з адресою {newEmail}, а з {oldEmail} більше ні.',
  'mail.emailChanged.sessions': 'На всіх інших пристроях ви вийшли з кабінету.',
  'mail.emailChanged.button': 'Ваші дані',
  'mail.emailChanged.notYou': 'Якщо це не ви, негайно напишіть на {email}.',

  'mail.merged.subject': '{newsroom}: два ваші кабінети об’єднано',
  'mail.merged.lead':
    'На сайті «{newsroom}» ви мали два кабінети: {keptEmail} і {mergedEmail}. Ми їх об’єднали: внески, членства й квитанції з обох тепер разом.',
  'mail.merged.both':
    'Входити можна з будь-якою з двох адрес. Листи про вашу підтримку надходитимуть на {keptEmail}.',
  'mail.merged.button': 'Ваш кабінет',
  'mail.merged.notYou': 'Якщо один із них не ваш, негайно напишіть на {email}.',

  'mail.erasure.subject': '{newsroom}: ваші дані стерто',
  'mail.erasure.lead':
    'Як ви й просили, «{newsroom}» стерла все, що вас називало: кабінет, адреси, ваші слова. Регулярні платежі припинено.',
  'mail.erasure.kept':
    'Про платежі ми зберігаємо суму, день і країну без вашого імені: закон вимагає вести облік.',
  'mail.erasure.stripe':
    'Stripe, який проводив платежі, зберігає те, чого закон вимагає від платіжного сервісу. Як клієнта ми вас там видалили.',
  'mail.erasure.address': 'Це наш останній лист. Щойно його буде надіслано, зникне й ваша адреса.',
  'mail.erasure.notYou': 'Якщо це не ви, напишіть на {email}. Стертого ми повернути не можемо.',
  'mail.erasure.thanks': 'Дякуємо, що підтримували нас.',
};
