import type { deskRecurring as english } from '../en/desk-recurring.ts';

export const deskRecurring: Record<keyof typeof english, string> = {
  'recurring.title': 'Регулярний дохід',
  'recurring.mrrIn': 'На місяць, {currency}',
  'recurring.mrrShort':
    'Скільки на місяць дають зараховані членства станом на кінець цих днів. Річне рахується як дванадцята частина.',
  'recurring.patronsDefinition':
    'Зараховані членства станом на кінець цих днів. Пробні, незавершені, неоплачені та призупинені не рахуються.',
  'recurring.begunDefinition':
    'Членства, що почали рахуватися: перші, поновлені й ті, що тривають далі після пробного часу чи паузи.',
  'recurring.endedDefinition':
    'Членства, що перестали рахуватися: завершені, призупинені або більше не оплачувані.',
  'recurring.revenueIn': 'Регулярний дохід, {currency}',
  'recurring.memberships': 'Членства',
  'recurring.monthly': 'На місяць',
  'recurring.beforeColumn': 'Раніше',
  'recurring.define.new': 'перше зараховане членство людини',
  'recurring.define.reactivation': 'у людини вже було зараховане членство',
  'recurring.define.expansion': 'більша сума або кінець знижки',
  'recurring.define.contraction': 'менша сума або початок знижки',
  'recurring.define.churn': 'завершене, призупинене або більше не оплачуване',
  'recurring.chartTitle': 'Що змінювало регулярний дохід, {currency}',
  'recurring.chartSummary':
    'На початку було {start}. За {unit, select, day {{count, plural, one {# день} few {# дні} many {# днів} other {# дня}}} week {{count, plural, one {# тиждень} few {# тижні} many {# тижнів} other {# тижня}}} other {{count, plural, one {# місяць} few {# місяці} many {# місяців} other {# місяця}}}} додалося {gained}, втрачено {lost}, тож стало {end}. Усі цифри є в таблиці під малюнком.',
  'recurring.gained': 'Додалося',
  'recurring.lost': 'Втрачено',
  'recurring.net': 'Зміна',
  'recurring.stepsTable':
    '{unit, select, day {Кожен день у таблиці} week {Кожен тиждень у таблиці} other {Кожен місяць у таблиці}}',
  'recurring.days': 'Дні',
  'recurring.byTier': 'За рівнями й періодами',
  'recurring.byTierDefinition':
    'Зараховані членства станом на кінець цих днів і ті, що за ці дні почали чи перестали рахуватися. Кожне стоїть під рівнем і періодом, які має тепер або мало востаннє.',
  'recurring.tier': 'Рівень',
  'recurring.tierAndInterval': '{tier}, {interval, select, month {щомісяця} other {щороку}}',
  'recurring.begunShort': 'Почалися',
  'recurring.endedShort': 'Завершилися',
  'recurring.failures': 'Невдалі та врятовані платежі',
  'recurring.failuresDefinition':
    'Невдалі — платіж за членство перестав проходити. Врятовані — його все ж сплачено. Втрачені — членство завершилося, бо платіж не пройшов. Під кожним числом — скільки ці членства дають на місяць. Що не проходить і не сплачено зараз — станом на цю мить, хоч би які дні.',
  'recurring.noFailures': 'За ці дні всі платежі пройшли, і зараз жоден не застряг.',
  'recurring.noRate': 'За ці дні жоден невдалий платіж не врятовано й не втрачено.',
  'recurring.rate':
    'Врятовано {rate}: {recovered, number} з {all, number}, щодо яких за ці дні все вирішилося.',
  'recurring.failingNow': 'Не проходять зараз',
  'recurring.openNow': 'Не сплачено зараз',
  'recurring.failed': 'Невдалі',
  'recurring.recovered': 'Врятовані',
  'recurring.lostToFailure': 'Втрачені',

  'retention.title': 'Утримання',
  'retention.cohorts': 'Хто залишається, за місяцем приєднання',
  'retention.cohortsDefinition':
    'Люди за місяцем, коли їхнє перше членство почало рахуватися, і частка тих, хто має зараховане членство наприкінці кожного місяця відтоді; 0 — місяць приєднання. Хто пішов і повернувся, рахується знову.',
  'retention.cohortsMoneyDefinition':
    'Скільки на місяць давали перші членства, коли почали рахуватися, за місяцем приєднання, і яку частку цього ті самі люди платять наприкінці кожного місяця відтоді; 0 — місяць приєднання. Понад 100% означає, що ті, хто залишився, дають більше.',
  'retention.measure': 'Що вимірюємо',
  'retention.byPeople': 'Люди',
  'retention.byMoney': 'Дохід, {currency}',
  'retention.noCohorts': 'За ці два роки ніхто не став патроном.',
  'retention.caption':
    'Рядок — місяць приєднання. Пронумеровані стовпці — місяці відтоді та частка, що залишилася.',
  'retention.joined': 'Приєдналися',
  'retention.size': 'На початку',
  'retention.stillNow': 'Тепер',
  'retention.stillThen': 'Наприкінці',
  'retention.monthsAfter':
    '{count, plural, =0 {У місяці приєднання} one {Через # місяць} few {Через # місяці} many {Через # місяців} other {Через # місяця}}',
  'retention.reasons': 'Чому йдуть',
  'retention.reasonsDefinition':
    'Членства, що за ці дні перестали рахуватися: чому вони завершилися за словами Stripe і що відповіли ті, хто відповів.',
  'retention.noReasons': 'За ці дні жодне членство не припинилося.',
  'retention.reason': 'Причина',
  'retention.share': 'Частка',
  'retention.because':
    '{reason, select, cancellation_requested {Скасовано} payment_failed {Платіж не пройшов} payment_disputed {Платіж оскаржено} duplicate {Друге через помилку} stopped {Призупинено або більше не оплачується} unknown {Не сказано} other {{reason}}}',
  'retention.whoLeft': 'Хто пішов у ці дні',
  'retention.lifetime': 'Довічна цінність',
  'retention.lifetimeDefinition':
    'Прогноз: скільки членство дає за місяць після комісій, повернень і оскаржень, поділене на частку патронів, що йдуть за місяць. Пораховано за дванадцять повних місяців: {first} – {last}, у валюті, в якій розраховується Stripe.',
  'retention.noLifetime':
    'За ці дванадцять місяців ще нічого зі сплаченого за членства не розраховано.',
  'retention.noChurnRate': 'На початку жодного з цих місяців патронів не було.',
  'retention.churnRate':
    '{left, plural, one {Пішов # патрон} few {Пішли # патрони} many {Пішли # патронів} other {Пішли # патрона}}; на початку цих місяців разом було {months, plural, one {# патрон} few {# патрони} many {# патронів} other {# патрона}}. Це {rate} на місяць.',
  'retention.netBrought': 'Чистими',
  'retention.membershipMonths': 'Місяців членства',
  'retention.netAMonth': 'Чистими на місяць',
  'retention.value': 'Довічна цінність',
  'retention.noValue': 'не сказати',
  'retention.missing':
    '{reason, select, thin {замало даних: треба, щоб пішло щонайменше {leaving, number} людей і щоб патрони були {months, number} місяців} mixed {її платежі розраховано в кількох валютах, тож патронів не розділити} other {комісії та повернення забрали все}}',
  'retention.lifetimeCaveats':
    'Припускаємо, що люди йдуть і дають так само, як у ці місяці. Нові патрони йдуть швидше за давніх, тож редакція, яка стрімко зростає, бачить замало щодо вірних і забагато щодо нових; річні платежі рахуються в тому місяці, коли їх зроблено, тому пора поновлень помітна. Частка тих, хто йде, одна для всіх валют.',
  'retention.peopleChurn': 'Патрони, що пішли',
  'retention.peopleChurnDefinition':
    'Люди із зарахованим членством на початку місяця і ті, в кого після змін у ньому не лишилося жодного, разом із паузами. Хто йде двічі за місяць, рахується двічі.',
  'retention.month': 'Місяць',
  'retention.atStart': 'На початку',
  'retention.left': 'Пішли',
  'retention.rate': 'Відплив',
  'retention.soFar': 'поки що',
  'retention.nobodyAtStart': 'на початку немає з чим порівняти',
  'retention.moneyChurn': 'Регулярний дохід, що пішов, {currency}',
  'retention.moneyChurnDefinition':
    'Втрачено — що за місяць завершилося, призупинилося чи зменшилося. Валовий відплив — частка цього від регулярного доходу на початку. Чистий — те саме без того, на скільки інші збільшили; менше нуля означає, що ті, хто залишився, дали більше, ніж утрачено.',
  'retention.gross': 'Валовий відплив',
  'retention.net': 'Чистий відплив',
};
