export const adminReport = {
  'admin.reportTitle': 'Supporter report',

  'admin.atAGlance': 'At a glance',
  'admin.netIn': 'Net, {currency}',
  'admin.netDefinition':
    'What the newsroom keeps of these days: payments less refunds, disputes and Stripe’s fees.',
  'admin.donors': 'Donors',
  'admin.patrons': 'Patrons',
  'admin.begun': 'Memberships begun',
  'admin.ended': 'Memberships ended',
  'admin.donorsDefinition':
    'People who gave once in these days (a donation, a gift membership), each counted one time.',
  'admin.patronsDefinition':
    'Memberships that bring recurring revenue at the end of these days. Trialing, unpaid and paused ones don’t count.',
  'admin.begunDefinition': 'Memberships that began to bring revenue, returns included.',
  'admin.endedDefinition': 'Memberships that stopped bringing revenue.',
  'admin.before': '{value} before',
  'admin.change': 'Change',
  'admin.noChange': 'nothing to compare with',

  'admin.income': 'What came in, in {currency}',
  'admin.incomeDefinition':
    'Stripe’s own figures, in the currency that it settled in: nothing is converted or estimated here. A refund or a dispute counts on the day it happened, not on that of the gift.',
  'admin.line': 'Line',
  'admin.line.once': 'One-time',
  'admin.line.recurring': 'Recurring',
  'admin.line.refunds': 'Refunds',
  'admin.line.disputes': 'Disputes',
  'admin.line.fees': 'Stripe’s fees',
  'admin.line.net': 'Net',
  'admin.define.once': 'Donations and gift memberships, before fees.',
  'admin.define.recurring': 'Every payment of a membership, before fees.',
  'admin.define.refunds': 'What went back; refunds that failed are added again.',
  'admin.define.disputes': 'What banks took back; disputes that were won are added again.',
  'admin.define.fees': 'What Stripe kept, dispute fees included.',
  'admin.define.net': 'What is left: the lines above, less the fees.',
  'admin.noIncome': 'Nothing has been settled in these days.',
  'admin.noIncomeNext':
    'A gift appears here as soon as Stripe has paid it into the balance. Give one yourself to see it arrive.',
  'admin.tryDonate': 'Open the donation page',

  'admin.waitingTitle': 'Waiting for Stripe’s figures',
  'admin.waitingLine':
    '{count, plural, one {# payment of {amount} in {currency} waits for Stripe’s figures.} other {# payments of {amount} in {currency} wait for Stripe’s figures.}}',
  'admin.waitingNote': 'They are in none of the sums in settled money until Stripe has them.',
  'admin.nothingWaiting': 'Nothing waits: Stripe has put figures to every payment of these days.',

  'admin.charged': 'As charged, by currency',
  'admin.chargedDefinition':
    'What supporters were charged and given back, each currency by itself. These are never added up.',
  'admin.currency': 'Currency',
  'admin.gifts': 'Gifts',

  'admin.chartTable': 'The figures behind the chart',

  'admin.mrr': 'Recurring revenue, by the month',
  'admin.mrrDefinition':
    'What the memberships in force are worth a month, fee cover included. A yearly one counts a twelfth, rounded half up to the nearest minor unit, each by itself. Trialing, incomplete, unpaid and paused ones count nothing. Start and movements add up to now.',
  'admin.mrrStart': 'Start',
  'admin.mrrEnd': 'Now',
  'admin.mrrEndOfMonth': 'End',
  'admin.mrrChange': 'Against before',
  'admin.movement.new': 'New',
  'admin.movement.reactivation': 'Returned',
  'admin.movement.expansion': 'Raised',
  'admin.movement.contraction': 'Lowered',
  'admin.movement.churn': 'Left',
  'admin.movementDefinitions':
    'New: a first membership. Returned: somebody who had one before. Raised, lowered: another amount. Left: ended, or stopped being paid.',
  'admin.noMrr': 'There are no memberships yet.',
  'admin.noMrrNext': 'The first patron’s recurring revenue appears here the moment they join.',
  'admin.tryJoin': 'Open the page for patrons',

  'admin.topArticles': 'Articles that brought support',
  'admin.topArticlesDefinition':
    'Payments in these days of gifts that began at the article, renewals included, before fees and less refunds; the most gifts first.',
  'admin.article': 'Article',
  'admin.support': 'Support',
  'admin.noTopArticles': 'No gift of these days began at an article.',
  'admin.noTopArticlesNext': 'Gifts from the ask inside an article are credited to it.',

  'admin.newest': 'Newest supporters',
  'admin.newestDefinition': 'Who came last, with their first gift, whatever the days.',
  'admin.noNewest': 'Nobody has given yet.',
  'admin.firstGift': 'First gift',
  'admin.since': 'Since',
  'admin.once': 'once',
  'admin.perInterval': '{amount} {interval, select, month {a month} other {a year}}',
  'admin.everyInterval': '{interval, select, month {a month} other {a year}}',
  'admin.settledIn': 'Settled in {currency}',
  'admin.seeAll': 'See all supporters',
} as const satisfies Record<`admin.${string}`, string>;
