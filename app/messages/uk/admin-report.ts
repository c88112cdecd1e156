import type { adminReport as english } from '../en/admin-report.ts';

export const adminReport: Record<keyof typeof english, string> = {
  'admin.reportTitle': 'Звіт про підтримку',

  'admin.atAGlance': 'Найголовніше',
  'admin.netIn': 'Чистий дохід, {currency}',
  'admin.netDefinition':
    'Що лишається редакції за ці дні: платежі без повернень, оскаржень і комісії Stripe.',
  'admin.donors': 'Дали разово',
  'admin.patrons': 'Патрони',
  'admin.begun': 'Нові членства',
  'admin.ended': 'Завершені членства',
  'admin.donorsDefinition':
    'Люди, які за ці дні підтримали разово (внеском чи подарованим членством); кожну людину пораховано один раз.',
  'admin.patronsDefinition':
    'Членства, що наприкінці цих днів дають регулярний дохід. Пробні, неоплачені та призупинені не враховано.',
  'admin.begunDefinition': 'Членства, що почали давати дохід, разом із поверненнями.',
  'admin.endedDefinition': 'Членства, що перестали давати дохід.',
  'admin.before': 'було {value}',
  'admin.change': 'Зміна',
  'admin.noChange': 'немає з чим порівняти',

  'admin.income': 'Що надійшло, {currency}',
  'admin.incomeDefinition':
    'Цифри самого Stripe у валюті, в якій він розрахувався: тут нічого не перераховано й не оцінено. Повернення чи оскарження належить дню, коли сталося, а не дню внеску.',
  'admin.line': 'Рядок',
  'admin.line.once': 'Разові',
  'admin.line.recurring': 'Регулярні',
  'admin.line.refunds': 'Повернення',
  'admin.line.disputes': 'Оскарження',
  'admin.line.fees': 'Комісія Stripe',
  'admin.line.net': 'Чистий дохід',
  'admin.define.once': 'Разові внески й подаровані членства, до комісії.',
  'admin.define.recurring': 'Усі платежі за членства, до комісії.',
  'admin.define.refunds': 'Що повернуто; невдалі повернення додано назад.',
  'admin.define.disputes': 'Що забрали банки; виграні оскарження додано назад.',
  'admin.define.fees': 'Що лишив собі Stripe, зокрема за оскарження.',
  'admin.define.net': 'Що лишилося: рядки вище без комісії.',
  'admin.noIncome': 'За ці дні розрахунків не було.',
  'admin.noIncomeNext':
    'Внесок з’являється тут, щойно Stripe зарахує його на баланс. Зробіть його самі, щоб побачити.',
  'admin.tryDonate': 'Відкрити сторінку внесків',

  'admin.waitingTitle': 'Чекають на цифри Stripe',
  'admin.waitingLine':
    '{count, plural, one {# платіж на {amount} ({currency}) чекає на цифри Stripe.} few {# платежі на {amount} ({currency}) чекають на цифри Stripe.} many {# платежів на {amount} ({currency}) чекають на цифри Stripe.} other {# платежу на {amount} ({currency}) чекають на цифри Stripe.}}',
  'admin.waitingNote': 'Доки Stripe не дасть цифр, їх немає в жодній із сум розрахунків.',
  'admin.nothingWaiting': 'Нічого не чекає: Stripe дав цифри для всіх платежів за ці дні.',

  'admin.charged': 'Як сплачено, за валютами',
  'admin.chargedDefinition':
    'Скільки сплатили прихильники і скільки їм повернуто, у кожній валюті окремо. Валюти ніколи не додаємо.',
  'admin.currency': 'Валюта',
  'admin.gifts': 'Внески',

  'admin.chartTable': 'Цифри за цим графіком',

  'admin.mrr': 'Регулярний дохід на місяць',
  'admin.mrrDefinition':
    'Скільки чинні членства дають на місяць, разом із покриттям комісії. Річне рахується як дванадцята частина, заокруглена до найближчої копійки чи цента (половина — вгору), кожне окремо. Пробні, незавершені, неоплачені та призупинені не дають нічого. Початок разом зі змінами дорівнює теперішньому.',
  'admin.mrrStart': 'Початок',
  'admin.mrrEnd': 'Тепер',
  'admin.mrrEndOfMonth': 'Кінець',
  'admin.mrrChange': 'Проти попереднього',
  'admin.movement.new': 'Нові',
  'admin.movement.reactivation': 'Повернулися',
  'admin.movement.expansion': 'Збільшили',
  'admin.movement.contraction': 'Зменшили',
  'admin.movement.churn': 'Пішли',
  'admin.movementDefinitions':
    'Нові — перше членство людини. Повернулися — ті, хто вже мав членство. Збільшили, зменшили — змінили суму. Пішли — членство завершилося або його перестали оплачувати.',
  'admin.noMrr': 'Членств ще немає.',
  'admin.noMrrNext': 'Регулярний дохід з’явиться тут, щойно приєднається перший патрон.',
  'admin.tryJoin': 'Відкрити сторінку для патронів',

  'admin.topArticles': 'Матеріали, що принесли підтримку',
  'admin.topArticlesDefinition':
    'Платежі за ці дні за внесками, що почалися на сторінці матеріалу, разом із поновленнями, до комісії та без повернень і оскаржень; спершу ті, де внесків найбільше.',
  'admin.article': 'Матеріал',
  'admin.support': 'Підтримка',
  'admin.noTopArticles': 'Жоден внесок за ці дні не почався на сторінці матеріалу.',
  'admin.noTopArticlesNext': 'Внески із заклику всередині матеріалу зараховуються йому.',

  'admin.newest': 'Найновіші прихильники',
  'admin.newestDefinition': 'Хто прийшов останнім і з яким першим внеском, хоч би які дні.',
  'admin.noNewest': 'Ще ніхто не підтримав.',
  'admin.firstGift': 'Перший внесок',
  'admin.since': 'З якого дня',
  'admin.once': 'разово',
  'admin.perInterval': '{amount} {interval, select, month {на місяць} other {на рік}}',
  'admin.everyInterval': '{interval, select, month {на місяць} other {на рік}}',
  'admin.settledIn': 'Розраховано в {currency}',
  'admin.seeAll': 'Усі прихильники',
};
