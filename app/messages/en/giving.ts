export const giving = {
  'giving.askLabel': 'A note on support',
  'giving.patronThanks':
    'You are a patron of {newsroom}. This story is here because of you: thank you.',
  'giving.patronAccount': 'Your membership',

  'giving.howOften': 'How often',
  'giving.frequency.once': 'Once',
  'giving.frequency.monthly': 'Monthly',
  'giving.frequency.yearly': 'Yearly',
  'giving.amountLegend.once': 'Amount, once',
  'giving.amountLegend.monthly': 'Amount each month',
  'giving.amountLegend.yearly': 'Amount each year',
  'giving.ownAmount': 'Another amount',
  'giving.ownAmountHint': 'In {currency}, instead of the choice above.',
  'giving.currency': 'Currency',
  'giving.changeCurrency': '{currency}, change',
  'giving.suggestCurrency': 'Use {currency}?',
  'giving.coverFee': 'Cover the payment fee as well',
  'giving.coverFeeSum': 'adds {cover}, {total} in all, so that your whole gift reaches us',
  'giving.coverFeeOwn': 'adds a few per cent, so that your whole gift reaches us',
  'giving.addNameOrNote': 'Add your name or a note',
  'giving.displayName': 'Your name, as we may print it',
  'giving.displayNameHint':
    'For the list of supporters. Leave it empty if you like. At most {limit} characters.',
  'giving.anonymous': 'Give anonymously: my name is not published',
  'giving.note': 'A note to the newsroom',
  'giving.give.once': 'Give once',
  'giving.give.monthly': 'Give monthly',
  'giving.give.yearly': 'Give yearly',
  'giving.give.plain': 'Go on to payment',
  'giving.giveSum.once': 'Give {sum} once',
  'giving.giveSum.monthly': 'Give {sum} monthly',
  'giving.giveSum.yearly': 'Give {sum} yearly',
  'giving.whatHappensNext':
    'You pay on Stripe’s secure page and come back here. No account needed; monthly and yearly gifts can be stopped at any time.',

  'giving.amountMissing': 'Choose an amount, or write your own.',
  'giving.amountUnreadable': 'We could not read this amount. Write it in figures, like 12.50.',
  'giving.amountTooLow.once': 'The least we can take is {min}.',
  'giving.amountTooLow.monthly': 'The least for a monthly gift is {min}.',
  'giving.amountTooLow.yearly': 'The least for a yearly gift is {min}.',
  'giving.amountTooHigh.once': 'The most we can take here is {max}. For more, please write to us.',
  'giving.amountTooHigh.monthly':
    'The most for a monthly gift is {max}. For more, please write to us.',
  'giving.amountTooHigh.yearly':
    'The most for a yearly gift is {max}. For more, please write to us.',
  'giving.nameTooLong': 'Please keep the name under {limit} characters.',
  'giving.noteTooLong': 'Please keep the note under {limit} characters.',
  'giving.problemsHeading':
    '{count, plural, one {One thing needs another look} other {# things need another look}}',

  'giving.donateTitle': 'Support {newsroom}',
  'giving.donateLead':
    'Our reporting is free to read because readers pay for it. Give once, or become a patron with a monthly or yearly gift.',
  'giving.afterArticle': 'You came from',
  'giving.forCampaign': 'For the campaign',
  'giving.paymentsDownTitle': 'The payment page did not open',
  'giving.paymentsDown':
    'Nothing was charged. Stripe, which takes our payments, is not answering just now. Your choices are still here: please try again in a moment.',
  'giving.paymentsRefused':
    'Nothing was charged. Stripe did not accept this payment as it stands. Try another amount or currency, or write to us.',
  'giving.tooManyTitle': 'Too many tries in a short time',
  'giving.tooMany':
    'Nothing was charged. To keep stolen cards away, we limit how often a payment can be begun. Please try again in {minutes, plural, one {# minute} other {# minutes}}.',

  'giving.joinTitle': 'Become a patron of {newsroom}',
  'giving.joinLead':
    'A patron gives every month or every year, and keeps reporting possible that nobody else pays for. Choose a tier; you can give more than it asks, and stop whenever you like.',
  'giving.chooseTier': 'Tier',
  'giving.fromMonthly': 'from {min} a month',
  'giving.fromYearly': 'from {min} a year',
  'giving.perksOf': 'Everything that {tier} opens',
  'giving.perk.extras': 'Every extra: documents, audio, full datasets',
  'giving.perk.early_access': 'Long reads a day before everybody else',
  'giving.perk.ad_free': 'No advertising',
  'giving.perk.supporter_newsletter': 'The supporters’ letter from the editors',
  'giving.perk.wall': 'Your name on the thank-you wall, if you wish',
  'giving.joinAmount': 'Amount, if you would like to give more',
  'giving.joinAmountHint': 'Leave it empty to give what the tier asks.',
  'giving.belowTier': '{tier} starts at {min}. Choose another tier, or raise the amount.',
  'giving.tierUnknown': 'This tier is no longer offered. Please choose one of these.',
  'giving.join': 'Become a patron',
  'giving.joinSum.monthly': 'Become a patron: {sum} monthly',
  'giving.joinSum.yearly': 'Become a patron: {sum} yearly',
  'giving.joinNext':
    'You pay on Stripe’s secure page and come back here, where the extras are open. It renews by itself until you stop it in your account.',
  'giving.rather': 'Rather give once?',
  'giving.ratherLink': 'Make a single donation',

  'giving.orderTitle': 'Your payment',
  'giving.orderOpenTitle': 'Nothing has been charged',
  'giving.orderOpen':
    'You left Stripe’s page before paying {what}. It is still open for a while, and your choices are kept.',
  'giving.orderContinue': 'Continue to payment',
  'giving.orderChange': 'Change amount or frequency',
  'giving.orderProcessingTitle': 'Your payment is on its way',
  'giving.orderProcessing':
    'The bank has accepted {what} and is still moving it, which can take a few days. You need not do anything: we will write when it has arrived.',
  'giving.orderFailedTitle': 'The payment did not go through',
  'giving.orderFailed': 'Nothing was charged for {what}. {reason}',
  'giving.failure.declined':
    'The bank declined it without saying why. Another card, or a call to the bank, usually helps.',
  'giving.failure.funds': 'There was not enough money in the account.',
  'giving.failure.expired': 'The card has expired.',
  'giving.failure.cvc': 'The card’s security code did not match.',
  'giving.failure.processing':
    'The bank could not process it at that moment. Trying again may be enough.',
  'giving.failure.authentication': 'The bank asked for a confirmation that did not come.',
  'giving.orderExpiredTitle': 'This payment page has closed',
  'giving.orderExpired':
    'Nothing was charged. For safety, Stripe’s page closes when it is left open too long. Your choices are kept: you can start again with one click.',
  'giving.orderAgain': 'Start again',
  'giving.orderBack': 'Back to {headline}',
  'giving.orderBackPlain': 'Back to where you were',
  'giving.orderNeutral':
    'This page shows details only in the browser in which the payment was begun, or to the person it belongs to once they have signed in.',
  'giving.orderSignIn': 'Sign in to see it',
  'giving.what.once': 'a gift of {sum}',
  'giving.what.month': '{sum} a month',
  'giving.what.year': '{sum} a year',

  'giving.thanksTitle': 'Thank you',
  'giving.thanksOnce':
    'Your gift of {sum} has arrived. It goes into the reporting, and you will see it there.',
  'giving.thanksMonth':
    'You are now a patron, with {sum} a month. That lets us plan work that takes longer than a day.',
  'giving.thanksYear':
    'You are now a patron, with {sum} a year. That lets us plan work that takes longer than a day.',
  'giving.thanksReceipt': 'Receipt',
  'giving.thanksReceiptTo': 'on its way to {email}',
  'giving.thanksArticle': 'Credited to',
  'giving.thanksExtras': 'Extras',
  'giving.thanksExtrasUntil': 'open to you until',
  'giving.thanksExtrasOpen': 'open to you',
  'giving.thanksTier': 'Tier',
  'giving.thanksNext': 'Next charge',
  'giving.thanksAmount': 'Amount',
  'giving.thanksFee': 'of which fee cover {cover}',
  'giving.thanksName': 'Your name',
  'giving.thanksAnonymous': 'is not published',
  'giving.thanksBack': 'Back to: {headline}',
  'giving.thanksFront': 'To the front page',
  'giving.thanksAccount': 'Your account',
  'giving.thanksSignInMailed':
    'There is already an account with this address. To keep it safe we have not signed you in here; a link to sign in is in your mailbox, and it opens the extras.',
  'giving.thanksDuplicateTitle': 'You were a patron already',
  'giving.thanksDuplicate':
    'So this second membership was ended at once and its payment of {sum} is going back to your card. Your first one goes on as before.',
  'giving.thanksNeutral':
    'Thank you for supporting us. Details of a gift are shown only in the browser in which it was made; the receipt is in the giver’s mailbox.',
  'giving.thanksDownTitle': 'We can’t see your payment yet',
  'giving.thanksDown':
    'Stripe is not answering just now, so we can’t say whether the payment has come through. It is not lost, and you need not pay again: when it arrives, the receipt comes by mail.',
  'giving.reload': 'Look again',

  'giving.campaignOfGoal': 'of {goal}',
  'giving.campaignPercent': '{percent} %',
  'giving.campaignUntil': 'Until',
  'giving.campaignFrom': 'Begins',
  'giving.campaignOver': 'This campaign is over. Thank you to everyone who gave.',
  'giving.campaignOtherCurrencies':
    'The bar counts gifts in {currency}; gifts in other currencies help just as much.',
  'giving.campaignGive': 'Give to this campaign',
  'giving.currencyGone':
    'The currency of this form is not offered any more. Choose an amount in {currency}.',
};
