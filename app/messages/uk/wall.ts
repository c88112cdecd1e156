import type { wall as inEnglish } from '../en/wall.ts';

export const wall: Record<keyof typeof inEnglish, string> = {
  'wall.title': 'Стіна подяк',
  'wall.lead':
    'Завдяки цим читачам нашу журналістику може читати кожен. Усі, хто тут названий, самі так вирішили; ще більше людей допомагає тихо.',
  'wall.leadContinued': 'Продовження стіни подяк.',
  'wall.patronsOf': 'Патрони: {tier}',
  'wall.gifts': 'Внески за останні дванадцять місяців',
  'wall.perMonth': '{amount} на місяць',
  'wall.perYear': '{amount} на рік',
  'wall.unnamedPatrons':
    '{count, plural, one {і ще # патрон, який допомагає без імені} few {і ще # патрони, які допомагають без імені} many {і ще # патронів, які допомагають без імені} other {і ще # патрона, які допомагають без імені}}',
  'wall.unnamedGifts':
    '{count, plural, one {і ще # внесок без імені} few {і ще # внески без імені} many {і ще # внесків без імені} other {і ще # внеску без імені}}',
  'wall.onlyUnnamedPatrons':
    '{count, plural, one {# патрон, який допомагає без імені} few {# патрони, які допомагають без імені} many {# патронів, які допомагають без імені} other {# патрона, які допомагають без імені}}',
  'wall.onlyUnnamedGifts':
    '{count, plural, one {# внесок без імені} few {# внески без імені} many {# внесків без імені} other {# внеску без імені}}',
  'wall.morePatrons': 'Ще імена: {tier}',
  'wall.moreGifts': 'Давніші внески',
  'wall.toStart': 'Уся стіна подяк',
  'wall.empty': 'Імен поки немає. Першим може стати ваше.',
  'wall.how':
    'Чи стоятиме тут ваше ім’я і чи буде поруч сума, ви вирішуєте з кожним внеском. Змінити це можна будь-коли: {link}.',
  'wall.howLink': 'ваше публічне ім’я',
  'wall.join': 'Стати патроном',
  'wall.give': 'Підтримати один раз',

  'wall.seeWall': 'Хто вже підтримує нас: {link}.',

  'wall.form.summary': 'Як вам подякувати?',
  'wall.form.nameHint': 'Для сторінки «{link}». Без імені теж можна. До {limit} знаків.',
  'wall.form.nameHintLink': 'Стіна подяк',
  'wall.form.amountShown': 'Поруч з іменем можна вказати суму',

  'wall.own.nav': 'Публічне ім’я',
  'wall.own.title': 'Ваше публічне ім’я',
  'wall.own.lead': 'Так вас називає {link}. Усе, що ви тут зміните, видно там одразу.',
  'wall.own.name': 'Ім’я',
  'wall.own.nameHint':
    'Одне ім’я для всього, що позначено нижче. Лишіть порожнім, щоб вас ніде не називати. До {limit} знаків.',
  'wall.own.nameMissing': 'Напишіть ім’я для друку або зніміть усі позначки нижче.',
  'wall.own.nameUnprintable': 'В імені має бути хоча б одна літера або цифра.',
  'wall.own.nameTooLong': 'Ім’я має бути коротшим за 80 знаків.',
  'wall.own.gifts': 'Що може бути публічним',
  'wall.own.giftsHelp':
    'Ваше членство і внески за останні дванадцять місяців. Давніших на стіні вже немає.',
  'wall.own.noGifts': 'Поки що немає нічого, що могло б з’явитися на стіні.',
  'wall.own.giveLink': 'Підтримати нас',
  'wall.own.once': 'Внесок {date}',
  'wall.own.month': 'Щомісячне членство від {date}',
  'wall.own.year': 'Щорічне членство від {date}',
  'wall.own.named': 'Назвати мене',
  'wall.own.amountShown': 'Показати суму',
  'wall.own.noPerk': 'Імен вашого рівня на стіні немає; імена разових внесків є.',
  'wall.own.hidden': 'Редакція зняла це ім’я зі стіни. Якщо вважаєте, що це помилка, напишіть нам.',
  'wall.own.submit': 'Зберегти',
  'wall.own.saved': 'Збережено. На стіні це вже видно.',
  'wall.own.problems': 'Перевірте, будь ласка, ім’я: поки нічого не збережено.',

  'wall.admin.nav': 'Стіна',
  'wall.admin.title': 'Імена на стіні подяк',
  'wall.admin.definition':
    'Найновіші імена, якими просили дякувати, разом зі знятими. Зняте ім’я одразу зникає з усіх внесків тієї самої людини під цим ім’ям; самі внески лишаються, як були.',
  'wall.admin.name': 'Ім’я',
  'wall.admin.with': 'Надійшло з',
  'wall.admin.when': 'Коли',
  'wall.admin.state': 'На стіні',
  'wall.admin.act': 'Рішення',
  'wall.admin.donation': 'Внесок',
  'wall.admin.membership': 'Членство',
  'wall.admin.shown': 'так',
  'wall.admin.hidden': 'знято',
  'wall.admin.takeOff': 'Зняти',
  'wall.admin.putBack': 'Повернути',
  'wall.admin.takeOffName': 'Зняти зі стіни: {name}',
  'wall.admin.putBackName': 'Повернути на стіну: {name}',
  'wall.admin.person': 'Хто це',
  'wall.admin.empty': 'Ще ніхто не просив себе назвати',
  'wall.admin.emptyNext': 'Імена з’являються з внесками, де їх вказали.',
  'wall.admin.open': 'Відкрити стіну',
  'wall.admin.gone': 'Цього імені вже немає: його тим часом змінили.',
  'admin.action.public_name.changed': 'Змінено публічне ім’я або де воно стоїть',
  'admin.action.wall.name_taken_off': 'Ім’я знято зі стіни подяк',
  'admin.action.wall.name_put_back': 'Ім’я повернено на стіну подяк',
  'wall.admin.public': 'Публічне на стіні',
  'wall.admin.publicNothing': 'нічого',
  'wall.admin.publicCount':
    'з іменем: {named, plural, =0 {жодного внеску} one {# внесок} few {# внески} many {# внесків} other {# внеску}}, із сумою: {amounts, plural, =0 {жодного} one {#} few {#} many {#} other {#}}',
};
