import type { deskOverview as english } from '../en/desk-overview.ts';

export const deskOverview: Record<keyof typeof english, string> = {
  'overview.range': 'Дні звіту',
  'overview.preset.this_month': 'Цей місяць',
  'overview.preset.last_month': 'Минулий місяць',
  'overview.preset.last_30': 'Останні 30 днів',
  'overview.preset.last_90': 'Останні 90 днів',
  'overview.preset.this_year': 'Цей рік',
  'overview.preset.last_year': 'Минулий рік',
  'overview.preset.all': 'Увесь час',
  'overview.from': 'Від',
  'overview.to': 'До',
  'overview.compare': 'Порівняти з',
  'overview.compare.previous': 'Попереднім часом',
  'overview.compare.year': 'Роком раніше',
  'overview.compare.none': 'Нічим',
  'overview.show': 'Показати',
  'overview.badDay': 'Напишіть день так: 2026-11-23. Звіт показує дні, названі вище.',
  'overview.days': '{from} — {to}',
  'overview.against': '{from} — {to}, поруч — {beforeFrom} — {beforeTo}.',
  'overview.alone': '{from} — {to}, без порівняння.',
  'overview.running': 'Останній день ще триває.',
  'overview.now': 'За ці дні',
  'overview.before': 'Раніше',

  'overview.line.gross': 'Усього до комісії',
  'overview.define.gross': 'Два рядки вище разом: усе сплачене, до комісії.',
  'overview.givers': 'Люди, які платили',
  'overview.giversDefinition':
    'Усі, від кого за ці дні надійшов хоча б один платіж, разом із патронами; кожну людину пораховано один раз.',
  'overview.newDonors': 'Дали разово вперше',
  'overview.newDonorsDefinition': 'Ті з них, хто раніше ніколи не підтримував разово.',

  'overview.sizes': 'Розмір внеску',
  'overview.sizesDefinition':
    'Платежі такими, як їх сплачено, разом із покриттям комісії, хай що повернули згодом. Середній — їхня сума, поділена на кількість. Медіана — половина менші, половина більші.',
  'overview.average': 'Середній',
  'overview.median': 'Медіана',
  'overview.medianBefore': 'Медіана раніше',
  'overview.noSizes': 'За ці дні платежів не було.',

  'overview.chartTitle':
    '{unit, select, day {День за днем} week {Тиждень за тижнем} other {Місяць за місяцем}}, {currency}',
  'overview.chartDefinition':
    'Стовпці — платежі до комісії. Риска впоперек — чистий дохід: без комісії, повернень і оскаржень. {unit, select, week {Тиждень починається в понеділок.} other {}}',
  'overview.chartSummary':
    '{count, plural, one {# стовпець} few {# стовпці} many {# стовпців} other {# стовпця}}, останній — {last}. Тоді: разові {once}, регулярні {recurring}, чистий дохід {net}. Найбільший чистий дохід — {best}, {bestStep}.',
  'overview.step': '{unit, select, day {День} week {Тиждень} other {Місяць}}',

  'overview.system.rollups': 'Звідки звіти беруть цифри — проти повного перерахунку',
  'overview.system.checked': 'перераховано {instant}',
  'overview.system.unchecked': 'Перший перерахунок буде цієї ночі',
  'overview.system.rebuild': 'Виконайте «npm run rollups -- rebuild»',
};
