export const deskOverview = {
  'overview.range': 'Days of the report',
  'overview.preset.this_month': 'This month',
  'overview.preset.last_month': 'Last month',
  'overview.preset.last_30': 'Last 30 days',
  'overview.preset.last_90': 'Last 90 days',
  'overview.preset.this_year': 'This year',
  'overview.preset.last_year': 'Last year',
  'overview.preset.all': 'All time',
  'overview.from': 'From',
  'overview.to': 'To',
  'overview.compare': 'Compare with',
  'overview.compare.previous': 'The time before',
  'overview.compare.year': 'The year before',
  'overview.compare.none': 'Nothing',
  'overview.show': 'Show',
  'overview.badDay': 'Write a day as 2026-11-23. The report shows the days named above.',
  'overview.days': '{from} to {to}',
  'overview.against': '{from} to {to}, against {beforeFrom} to {beforeTo}.',
  'overview.alone': '{from} to {to}, compared with nothing.',
  'overview.running': 'The last day is not over.',
  'overview.now': 'These days',
  'overview.before': 'Before',

  'overview.line.gross': 'Gross',
  'overview.define.gross': 'The two lines above together: everything paid, before fees.',
  'overview.givers': 'People who paid',
  'overview.giversDefinition':
    'Everybody with at least one payment in these days, patrons included, each counted one time.',
  'overview.newDonors': 'New donors',
  'overview.newDonorsDefinition': 'Donors who had never given once before.',

  'overview.sizes': 'Size of a gift',
  'overview.sizesDefinition':
    'Payments as they were charged, fee cover included, whatever went back later. Average: their sum by their number. Median: half of them are smaller, half larger.',
  'overview.average': 'Average',
  'overview.median': 'Median',
  'overview.medianBefore': 'Median before',
  'overview.noSizes': 'There were no payments in these days.',

  'overview.chartTitle':
    '{unit, select, day {Day by day} week {Week by week} other {Month by month}}, {currency}',
  'overview.chartDefinition':
    'Columns: payments before fees. The line across each: net, after fees, refunds and disputes. {unit, select, week {Weeks begin on Monday.} other {}}',
  'overview.chartSummary':
    '{count, plural, one {# column} other {# columns}}, the last {last}. There: one-time {once}, recurring {recurring}, net {net}. The highest net was {best} on {bestStep}.',
  'overview.step': '{unit, select, day {Day} week {Week} other {Month}}',

  'overview.system.rollups': 'What reports read, against a recount',
  'overview.system.checked': 'counted anew {instant}',
  'overview.system.unchecked': 'The first recount comes tonight',
  'overview.system.rebuild': 'Run “npm run rollups -- rebuild”',
} as const satisfies Record<`overview.${string}`, string>;
