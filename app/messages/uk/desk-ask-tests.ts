export const deskAskTests = {
  'asks.form.frequency': 'Як часто пропонує давати його форма',
  'asks.form.countries': 'Лише для читачів із цих країн',
  'asks.form.countriesHint':
    'По дві літери, наприклад DE, AT, через кому. Де країна невідома, заклик стоїть.',
  'asks.form.countriesUnknown':
    'По дві літери, через кому. Поки ніщо перед сайтом не називає країну читача (див. COUNTRY_HEADER), заклик стоїть для всіх.',
  'asks.form.maxViews': 'Щонайбільше стільки показів за 30 днів',
  'asks.form.maxViewsHint': 'Рахує браузер читача. Далі стоїть наступний заклик.',
  'asks.form.minArticles': 'Лише після стількох матеріалів за 30 днів',
  'asks.form.minArticlesHint': 'Рахує браузер читача, разом із цим матеріалом.',
  'asks.error.count': 'Уведіть ціле число від 1 до 99 або лишіть порожнім.',
  'asks.error.countries': 'Пишіть дві літери кожної країни, наприклад DE, AT.',
  'asks.error.underTest':
    'Цей заклик випробовують: слова лишаються, доки випробування триває. Умови змінювати можна.',
  'asks.rule.countries': 'Для читачів із {countries}',
  'asks.rule.maxViews':
    'Щонайбільше {count, plural, one {# показ} few {# покази} many {# показів} other {# показу}} за 30 днів',
  'asks.rule.minArticles':
    'Після {count, plural, one {# матеріалу} few {# матеріалів} many {# матеріалів} other {# матеріалу}} за 30 днів',
  'asks.refusal.other_country': 'Читач з іншої країни',
  'asks.refusal.seen_enough': 'Читач бачив його досить часто',
  'asks.refusal.read_too_little': 'Читач прочитав замало матеріалів',
  'asks.trial.views': 'Показів за 30 днів',
  'asks.trial.articles': 'Прочитано матеріалів за 30 днів',
  'asks.trial.country': 'Країна',
  'askTest.title': 'A/B-випробування',
  'askTest.of': 'A/B-випробування заклику «{name}»',
  'askTest.definition':
    'Читачів ділить випадок, браузер за браузером, і кожен щоразу бачить те саме. Побачене й дане кажуть, які слова приносять більше.',
  'askTest.done': 'Випробування завершено.',
  'askTest.result': 'Випробування {number}',
  'askTest.runs': 'Триває від {from}.',
  'askTest.ran': 'Тривало від {from} до {to}.',
  'askTest.shares':
    '{shareB, plural, =0 {Варіанта B немає.} other {Варіант B бачать #% тих, кого просять.}} {holdBack, plural, =0 {Просять усіх.} other {#% не бачать заклику.}}',
  'askTest.patience':
    'Вирішіть наперед, скільки воно триватиме: хто часто дивиться й спиняється у вдалу мить, знаходить переможців, яких немає.',
  'askTest.kept.a': 'Лишили варіант A.',
  'askTest.kept.b': 'Лишили варіант B.',
  'askTest.arm': 'Варіант',
  'askTest.arm.a': 'Варіант A',
  'askTest.arm.b': 'Варіант B',
  'askTest.arm.none': 'Без заклику',
  'askTest.readers': 'Читачі',
  'askTest.givers': 'Дали',
  'askTest.conversion': 'Частка тих, хто дав',
  'askTest.between': 'від {low} до {high}',
  'askTest.income': 'Надходження',
  'askTest.perThousand': 'На 1000 читачів',
  'askTest.csv': 'Завантажити CSV',
  'askTest.verdict.b_to_a.too_early': 'Ще зарано порівнювати варіанти A і B.',
  'askTest.verdict.b_to_a.cannot_tell': 'Ще не можна сказати, який варіант приносить більше.',
  'askTest.verdict.b_to_a.earns_more': 'Варіант B приносить більше, ніж варіант A.',
  'askTest.verdict.b_to_a.earns_less': 'Варіант A приносить більше, ніж варіант B.',
  'askTest.verdict.a_to_none.too_early': 'Ще зарано казати, що приносить заклик.',
  'askTest.verdict.a_to_none.cannot_tell':
    'Ще не можна сказати, чи приносить заклик більше, ніж його відсутність.',
  'askTest.verdict.a_to_none.earns_more': 'Просити вигідніше, ніж не просити.',
  'askTest.verdict.a_to_none.earns_less': 'Не просити вигідніше, ніж просити.',
  'askTest.difference.b_to_a':
    'На 1000 читачів варіант B приносить {value} проти варіанта A; з імовірністю 95% — від {low} до {high}.',
  'askTest.difference.a_to_none':
    'На 1000 читачів заклик (варіант A) приносить {value} проти сторінки без заклику; з імовірністю 95% — від {low} до {high}.',
  'askTest.differenceShare':
    'Частка тих, хто дав: {value} відсоткового пункту (від {low} до {high}).',
  'askTest.method':
    'Читачі: браузери, на екрані яких був заклик (чи його порожнє місце), кожен один раз; без JavaScript не рахують ні читачів, ні їхніх внесків. Дали: люди, які дали через форму заклику чи згодом під час того самого відвідання. Надходження: усе, що вони відтоді через неї сплатили, за розрахунком Stripe, мінус повернення й оскарження. Межі на рівні 95%: Вілсон і Ньюкомб для часток, Велч для надходжень. Поки з кожного боку менше 200 читачів або всього менше 20 внесків, не кажемо нічого.',
  'askTest.start': 'Почати випробування',
  'askTest.startDefinition':
    'Варіант A — це заклик, який є. Доки випробування триває, його слова не змінити.',
  'askTest.others': 'Інші випробування',
  'askTest.form.shareB': 'Бачать варіант B, відсотків',
  'askTest.form.shareBHint': 'Із тих, кого просять: від 10 до 90, або 0, якщо варіанта B немає.',
  'askTest.form.holdBack': 'Не бачать заклику, відсотків',
  'askTest.form.holdBackHint': 'З усіх, до 50: показує, що взагалі приносить заклик.',
  'askTest.form.variantB': 'Варіант B',
  'askTest.form.submit': 'Почати випробування',
  'askTest.error.shareB': 'Уведіть ціле число від 10 до 90, або 0, якщо варіанта B немає.',
  'askTest.error.holdBack': 'Уведіть ціле число від 0 до 50.',
  'askTest.error.nothing':
    'Нема що порівнювати: дайте варіанту B частку або лишіть частину читачів без заклику.',
  'askTest.error.runsAlready': 'Випробування цього заклику вже триває. Спершу завершіть його.',
  'askTest.error.keep': 'Оберіть, чиї слова лишаються.',
  'askTest.end': 'Завершити випробування',
  'askTest.endOf': 'Завершення випробування «{name}»',
  'askTest.endDefinition':
    'Відтепер усі читачі бачитимуть варіант, який ви лишите. Принесене кожним лишиться у звіті.',
  'askTest.keep': 'Чиї слова лишаються?',
  'askTest.keep.a': 'Варіант A: заклик лишається, як є',
  'askTest.keep.b': 'Варіант B: його слова стають словами заклику',
  'askTest.endSubmit': 'Завершити випробування',
  'askTest.back': 'До випробування',
};
