import type { deskDigest as english } from '../en/desk-digest.ts';

export const deskDigest: Record<keyof typeof english, string> = {
  'digest.title': 'Тижневий огляд',
  'digest.definition':
    'Щопонеділка о 7:00 за годинником редакції: надходження, комісії, повернення й чистий дохід минулого тижня, як змінився регулярний дохід, хто прийшов і хто пішов, які платежі та спори потребують уваги і які статті принесли найбільше.',
  'digest.isOn': 'Ви його отримуєте. Наступний прийде {day}.',
  'digest.isOff': 'Ви його не отримуєте.',
  'digest.where': 'Надсилаємо на {email} мовою вашого кабінету.',
  'digest.choose': 'Надсилати мені',
  'digest.end': 'Більше не надсилати',
  'digest.chosen': 'Ви отримуватимете огляд. Перший прийде {day}.',
  'digest.ended': 'Огляд вам більше не надсилатимемо.',
  'digest.lastWeek': 'Цифри минулого тижня, {from} – {to}',
  'admin.action.digest.chosen': 'Обрано тижневий огляд',
  'admin.action.digest.ended': 'Припинено тижневий огляд',
  'mail.footer.why.digest':
    'Ви отримали цього листа, бо працюєте в редакції та обрали тижневий огляд.',
  'digest.mail.subject': '{newsroom}: тиждень від {from}',
  'digest.mail.lead':
    'Ось як {newsroom} підтримували від понеділка, {from}, до неділі, {to}. У дужках — попередній тиждень.',
  'digest.mail.against': '{value} ({before})',
  'digest.mail.incomeIn': 'Надходження у {currency}',
  'digest.mail.noIncome': 'Ні цього тижня, ні попереднього зарахованих надходжень не було.',
  'digest.mail.gross': 'До вирахувань',
  'digest.mail.refunds': 'Повернення',
  'digest.mail.disputesLine': 'Спори',
  'digest.mail.fees': 'Комісії Stripe',
  'digest.mail.net': 'Чистий дохід',
  'digest.mail.incomeDefinition':
    'Це цифри самого Stripe за валютами розрахунку. «До вирахувань» — ще без комісій, повернень і спорів; чистий дохід — те, що лишається. Платежів, для яких Stripe ще не має цифр, тут немає.',
  'digest.mail.overview': 'Огляд того тижня',
  'digest.mail.patrons': 'Патрони й регулярний дохід',
  'digest.mail.patronsNow': 'Патронів наприкінці',
  'digest.mail.begun': 'Почалося членств',
  'digest.mail.ended': 'Завершилося членств',
  'digest.mail.mrrIn': 'За місяць, {currency}',
  'digest.mail.movement': '{kind}: {sum}',
  'digest.mail.movement.new': 'нові',
  'digest.mail.movement.reactivation': 'повернулися',
  'digest.mail.movement.expansion': 'збільшили',
  'digest.mail.movement.contraction': 'зменшили',
  'digest.mail.movement.churn': 'пішли',
  'digest.mail.patronsDefinition':
    'Регулярний дохід наприкінці тижня (на його початку), річна сума — як її дванадцята частина; нижче — що його змінило. Пробні, незавершені та призупинені членства не рахуємо.',
  'digest.mail.recurring': 'Регулярний дохід того тижня',
  'digest.mail.work': 'Що потребує уваги сьогодні',
  'digest.mail.noWork': 'Усі платежі проходять, і жоден спір не чекає на відповідь.',
  'digest.mail.failed': 'Не проходять платежі',
  'digest.mail.failedCount':
    '{count, plural, one {за # членство} few {за # членства} many {за # членств} other {за # членства}}',
  'digest.mail.dispute': 'Спір',
  'digest.mail.disputeDue': 'відповісти до {date}',
  'digest.mail.moreDisputes':
    '{count, plural, one {І ще # спір.} few {І ще # спори.} many {І ще # спорів.} other {І ще # спору.}}',
  'digest.mail.today': 'Усе, що чекає сьогодні',
  'digest.mail.articles': 'Статті, що принесли найбільше внесків',
  'digest.mail.noArticles': 'Жоден внесок того тижня не прийшов через статтю.',
  'digest.mail.gifts':
    '{count, plural, one {# внесок} few {# внески} many {# внесків} other {# внеску}}',
  'digest.mail.articlePayments': 'Платежі через «{headline}»',
};
