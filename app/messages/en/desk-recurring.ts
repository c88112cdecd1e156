export const deskRecurring = {
  'recurring.title': 'Recurring revenue',
  'recurring.mrrIn': 'A month, in {currency}',
  'recurring.mrrShort':
    'What the memberships that count are worth a month at the end of these days. A yearly one counts a twelfth.',
  'recurring.patronsDefinition':
    'Memberships that count at the end of these days. Trialing, incomplete, unpaid and paused ones don’t.',
  'recurring.begunDefinition':
    'Memberships that began to count: first ones, returns, and those that go on after a trial or a pause.',
  'recurring.endedDefinition':
    'Memberships that stopped to count: ended, paused, or no longer paid.',
  'recurring.revenueIn': 'Recurring revenue in {currency}',
  'recurring.memberships': 'Memberships',
  'recurring.monthly': 'A month',
  'recurring.beforeColumn': 'Before',
  'recurring.define.new': 'the first membership of a person that counts',
  'recurring.define.reactivation': 'of somebody of whom a membership counted before',
  'recurring.define.expansion': 'a higher amount, or a discount that ended',
  'recurring.define.contraction': 'a lower amount, or a discount that began',
  'recurring.define.churn': 'ended, paused, or no longer paid',
  'recurring.chartTitle': 'What moved recurring revenue in {currency}',
  'recurring.chartSummary':
    'It stood at {start}. Over {unit, select, day {{count, plural, one {# day} other {# days}}} week {{count, plural, one {# week} other {# weeks}}} other {{count, plural, one {# month} other {# months}}}} {gained} were gained and {lost} lost, which makes {end}. The table behind the drawing has every figure.',
  'recurring.gained': 'Gained',
  'recurring.lost': 'Lost',
  'recurring.net': 'Change',
  'recurring.stepsTable':
    '{unit, select, day {Every day as a table} week {Every week as a table} other {Every month as a table}}',
  'recurring.days': 'Days',
  'recurring.byTier': 'By tier and interval',
  'recurring.byTierDefinition':
    'Memberships that count at the end of these days, and those that began and stopped to count during them. Each stands under the tier and interval that it has now, or had last.',
  'recurring.tier': 'Tier',
  'recurring.tierAndInterval': '{tier}, {interval, select, month {monthly} other {yearly}}',
  'recurring.begunShort': 'Begun',
  'recurring.endedShort': 'Ended',
  'recurring.failures': 'Failed and recovered',
  'recurring.failuresDefinition':
    'Failed: a payment of a membership began to fail. Recovered: what failed was paid after all. Lost: the membership ended because its payment failed. Under each number stands what these memberships are worth a month. Failing now, and what is open of their invoices, are as of this moment, whatever the days.',
  'recurring.noFailures': 'No payment failed in these days, and none fails now.',
  'recurring.noRate': 'In these days nothing that failed was recovered or lost.',
  'recurring.rate':
    'Recovered: {rate}, that is {recovered, number} of {all, number} that were decided in these days.',
  'recurring.failingNow': 'Failing now',
  'recurring.openNow': 'Open now',
  'recurring.failed': 'Failed',
  'recurring.recovered': 'Recovered',
  'recurring.lostToFailure': 'Lost',

  'retention.title': 'Retention',
  'retention.cohorts': 'Who stays, by the month of joining',
  'retention.cohortsDefinition':
    'People by the month in which their first membership began to count, and the share of them with a membership that counts at the end of each month since; 0 is the month of joining. Who left and came back counts again.',
  'retention.cohortsMoneyDefinition':
    'What first memberships were worth a month when they began to count, by the month of joining, and the share of it that the same people pay at the end of each month since; 0 is the month of joining. More than 100% means that those who stayed gave more.',
  'retention.measure': 'What is measured',
  'retention.byPeople': 'People',
  'retention.byMoney': 'Revenue in {currency}',
  'retention.noCohorts': 'Nobody has become a patron in these two years.',
  'retention.caption':
    'A row for every month of joining. The numbered columns are months since joining, with the share that is left.',
  'retention.joined': 'Joined',
  'retention.size': 'Joined with',
  'retention.stillNow': 'Now',
  'retention.stillThen': 'At the end',
  'retention.monthsAfter':
    '{count, plural, =0 {In the month of joining} one {# month after} other {# months after}}',
  'retention.reasons': 'Why they leave',
  'retention.reasonsDefinition':
    'Memberships that stopped to count in these days, by why Stripe says they ended, and the answer of those who gave one.',
  'retention.noReasons': 'No membership stopped in these days.',
  'retention.reason': 'Reason',
  'retention.share': 'Share',
  'retention.because':
    '{reason, select, cancellation_requested {Cancelled} payment_failed {The payment failed} payment_disputed {The payment was disputed} duplicate {A second one by mistake} stopped {Paused, or no longer paid} unknown {Not told} other {{reason}}}',
  'retention.whoLeft': 'Who left in these days',
  'retention.lifetime': 'Lifetime value',
  'retention.lifetimeDefinition':
    'Projected: what a membership brings in a month after fees, refunds and disputes, divided by the share of patrons who leave in a month. Counted over the twelve whole months from {first} to {last}, in the currency that Stripe settles in.',
  'retention.noLifetime': 'Nothing that memberships paid was settled in these twelve months.',
  'retention.noChurnRate': 'In these months there were no patrons at the start of any.',
  'retention.churnRate':
    '{left, plural, one {# patron left} other {# patrons left}}; at the starts of these months there were {months, plural, one {# patron} other {# patrons}}, added up. That makes {rate} a month.',
  'retention.netBrought': 'Net',
  'retention.membershipMonths': 'Membership months',
  'retention.netAMonth': 'Net a month',
  'retention.value': 'Lifetime value',
  'retention.noValue': 'not told',
  'retention.missing':
    '{reason, select, thin {too little to go by: it takes {leaving, number} who left and {months, number} months with patrons} mixed {its charges are settled in several currencies, so its patrons can’t be told apart} other {fees and refunds took all of it}}',
  'retention.lifetimeCaveats':
    'It assumes that people leave and give as they did in these months. New patrons leave sooner than old ones, so a newsroom that grows fast is told too little of its loyal patrons and too much of its new ones; yearly payments count in the month they are made, so a season of renewals shows. One share of leaving is used for all currencies.',
  'retention.peopleChurn': 'Patrons who left',
  'retention.peopleChurnDefinition':
    'People with a membership that counts when the month begins, and those who had none left after a change in it, pauses included. Who leaves twice in a month counts twice.',
  'retention.month': 'Month',
  'retention.atStart': 'At the start',
  'retention.left': 'Left',
  'retention.rate': 'Churn',
  'retention.soFar': 'so far',
  'retention.nobodyAtStart': 'nothing at the start to compare with',
  'retention.moneyChurn': 'Recurring revenue that left, in {currency}',
  'retention.moneyChurnDefinition':
    'Lost: what ended, paused or was lowered in the month. Gross churn: its share of recurring revenue at the start. Net churn: the same less what others raised; below zero means that those who stayed gave more than was lost.',
  'retention.gross': 'Gross churn',
  'retention.net': 'Net churn',
};
