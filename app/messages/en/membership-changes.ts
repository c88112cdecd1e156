export const membershipChanges = {
  'account.membership.change': 'Change tier or amount',
  'account.membership.pause': 'Pause',
  'account.membership.card': 'Payment card',
  'account.membership.acts': 'What you can do',
  'account.membership.coversFee': '{amount} of it covers the payment fee',
  'account.membership.next': 'From {date}',
  'account.membership.nextTerms': '{tier}, {amount}',
  'account.membership.status.pausedUntil': 'Paused until {date}',
  'account.membership.status.pausesOn': 'In force until {from}, then paused until {date}',

  'membershipChange.title': 'Change your membership',
  'membershipChange.lead':
    'Now you give {amount} for “{tier}”. Choose anew; before anything changes, you see what is charged and when.',
  'membershipChange.amount': 'Your amount',
  'membershipChange.amountHint':
    'Any amount from the tier’s minimum up, in {currency}. Left empty, it is that minimum.',
  'membershipChange.coverFee': 'Cover the payment fee as well',
  'membershipChange.coverFeeHint':
    'So that the newsroom gets the whole amount. The next page says how much it adds.',
  'membershipChange.submit': 'See what changes',
  'membershipChange.currency':
    'A membership keeps its currency ({currency}): the payment provider can’t switch it. To pay in another one, {link} and join again in the new currency on the day after.',
  'membershipChange.currencyLink': 'end this membership at the end of its period',
  'membershipChange.keep': 'Keep it as it is',
  'membershipChange.summary': 'Please check this:',
  'membershipChange.below': '“{tier}” begins at {min}. Raise the amount or choose another tier.',
  'membershipChange.nothing':
    'That is what your membership already is. Choose another tier, amount or interval.',
  'membershipChange.tierGone': 'This tier is no longer offered. Choose another one.',
  'membershipChange.waits':
    'A change waits already: {tier}, {amount}, from {date}. What you choose here takes its place.',

  'membershipChange.barrier.title': 'It can’t be changed right now',
  'membershipChange.barrier.payment_failing':
    'The last payment did not go through. Once it is paid, you can change the membership.',
  'membershipChange.barrier.payment_failingLink': 'Repair the payment',
  'membershipChange.barrier.paused':
    'The membership is paused. Resume it first, then you can change it.',
  'membershipChange.barrier.pausedLink': 'Resume the membership',
  'membershipChange.barrier.ending':
    'The membership is set to end. Continue it first, then you can change it.',
  'membershipChange.barrier.endingLink': 'To your membership',
  'membershipChange.barrier.no_membership': 'There is no membership in force.',
  'membershipChange.barrier.no_membershipLink': 'See the memberships',
  'membershipChange.barrier.payments_unavailable':
    'Our payment provider does not answer just now. Nothing has changed. Please try again in a few minutes.',
  'membershipChange.barrier.payments_refused':
    'Our payment provider refused the change. Nothing has changed. Please write to {email}, and we will do it for you.',

  'membershipPreview.title': 'Check the change',
  'membershipPreview.leadNow': 'It counts from today.',
  'membershipPreview.leadLater':
    'It counts from {date}, when what you have paid for ends. Until then everything stays as it is.',
  'membershipPreview.before': 'Now',
  'membershipPreview.after': 'New',
  'membershipPreview.terms': '{tier}, {amount}',
  'membershipPreview.charged': 'For the new amount until {date}',
  'membershipPreview.credited': 'Back for what you have paid and not used',
  'membershipPreview.fromBalance': 'From your credit',
  'membershipPreview.toBalance': 'Kept as credit for the next charge',
  'membershipPreview.dueNow': 'Charged today',
  'membershipPreview.next': 'Next charge on {date}',
  'membershipPreview.coversFee': '{amount} of the new amount covers the payment fee.',
  'membershipPreview.replaces':
    'This takes the place of the change that waits ({tier}, {amount}, from {date}).',
  'membershipPreview.figures': 'Our payment provider has worked these figures out.',
  'membershipPreview.confirmPay': 'Change and pay {amount}',
  'membershipPreview.confirmFree': 'Change now',
  'membershipPreview.confirmLater': 'Change from {date}',
  'membershipPreview.back': 'Choose differently',
  'membershipPreview.outdatedTitle': 'These are new figures',
  'membershipPreview.outdated':
    'Nothing has been charged: the figures you saw are no longer right. Please check these and confirm again.',
  'membershipPreview.declinedTitle': 'The payment did not go through',
  'membershipPreview.declined':
    'Nothing was charged and your membership stays as it was. Your bank may have refused it, or the card has run out.',
  'membershipPreview.needs_confirmationTitle': 'Your bank asks you to confirm',
  'membershipPreview.needs_confirmation':
    'Your membership stays as it was until you confirm the payment with your bank. Within a day that can be done on this page of our payment provider.',
  'membershipPreview.pay': 'Pay {amount} with another card',
  'membershipPreview.confirm': 'Confirm the payment of {amount}',
  'membershipPreview.droppedNote':
    'The change that was to begin on {date} has been taken off. You can ask for it again.',
  'membershipPreview.toMembership': 'To your membership',

  'membershipChange.doneNow': 'Changed. Thank you. The next charge is {amount} on {date}.',
  'membershipChange.doneLater': 'Noted. A mail that confirms it is on its way.',
  'membershipChange.waiting':
    'From {date} your membership is {tier}, {amount}. Until then it stays as it is.',
  'membershipChange.withdraw': 'Take this back',
  'membershipChange.withdrawn': 'Taken back. Your membership stays as it is.',
  'membershipChange.withdrawFailed.no_membership': 'There is no membership in force.',
  'membershipChange.withdrawFailed.nothing_scheduled':
    'No change was waiting: your membership stays as it is.',
  'membershipChange.failedTitle': 'That did not work',

  'membershipPause.title': 'Pause your membership',
  'membershipPause.lead':
    'While it is paused nothing is charged. It resumes by itself on the day you see here, and you can resume it earlier at any time.',
  'membershipPause.begins': 'The pause begins on {date}, when what you have paid for ends.',
  'membershipPause.opens':
    'Until then the supporter extras stay open; during the pause they are closed. All news stays free.',
  'membershipPause.mail': 'A week before the next charge we write to you.',
  'membershipPause.legend': 'For how long?',
  'membershipPause.months': '{months, plural, one {# month} other {# months}}',
  'membershipPause.charges': 'The next charge is {amount} on {next}, the one after it on {after}.',
  'membershipPause.choose': 'Choose for how long.',
  'membershipPause.submit': 'Pause the membership',
  'membershipPause.keep': 'Don’t pause',
  'membershipPause.barrier.title': 'It can’t be paused right now',
  'membershipPause.barrier.payment_failing':
    'The last payment did not go through. Once it is paid, you can pause the membership.',
  'membershipPause.barrier.ending': 'The membership is set to end, so nothing will be charged.',
  'membershipPause.barrier.already_paused': 'The membership is paused already.',
  'membershipPause.barrier.change_scheduled':
    'A change waits to begin on {date}. Take it back first, then you can pause; afterwards you can ask for it again.',
  'membershipPause.barrier.postponed':
    'Nothing is charged before {date} as it is. Once that day is past, you can pause the membership.',
  'membershipPause.barrier.no_membership': 'There is no membership in force.',
  'membershipPause.done': 'Done. A mail with the dates is on its way.',
  'membershipPause.line': 'Your membership is paused until {date}',
  'membershipPause.lineSoon': 'Your membership pauses on {from}, until {date}',
  'membershipPause.lineOpen': 'Your membership is paused',
  'membershipPause.lineBody': 'Then it resumes by itself, and {amount} is charged.',
  'membershipPause.lineBodyPlain': 'Then it resumes by itself.',
  'membershipPause.resume': 'Resume now',

  'membershipResume.title': 'Resume your membership',
  'membershipResume.chargedNow':
    '{amount} is charged today, and the next charge is {interval, select, year {a year} other {a month}} later. The supporter extras open at once.',
  'membershipResume.chargedLater':
    'Nothing is charged today: you have paid until {date}. The next charge is on that day, and it goes on from there.',
  'membershipResume.submitPay': 'Resume and pay {amount}',
  'membershipResume.submit': 'Resume the membership',
  'membershipResume.keep': 'Stay paused',
  'membershipResume.done': 'Your membership goes on. The next charge is on {date}.',
  'membershipResume.unpaid':
    'Your membership goes on, but the payment did not go through. Please look at your card.',

  'mail.changed.subject': 'Your membership has changed',
  'mail.changed.lead': 'This is what your support of {newsroom} is from now on:',
  'mail.changed.laterSubject': 'Your membership changes on {date}',
  'mail.changed.laterLead':
    'Until {date} your support of {newsroom} stays as it is: {tier}, {amount}. From then on it is:',
  'mail.changed.from': 'From',
  'mail.changed.button': 'To your membership',
  'mail.changed.laterUndo': 'Until that day you can take it back in your account.',
  'mail.changed.notYou': 'Was it not you who changed this? Then please write to us.',
  'mail.paused.subject': 'Your membership is paused until {date}',
  'mail.paused.lead':
    'As you asked, your membership “{tier}” with {newsroom} is paused. Nothing is charged meanwhile.',
  'mail.paused.opensUntil': 'Paid until',
  'mail.paused.nextCharge': 'Next charge',
  'mail.paused.byItself':
    'It resumes by itself on that day; a week before we write to you. You can resume it earlier at any time, or end it.',
  'mail.paused.button': 'To your membership',
  'mail.pauseEnding.subject': 'Your membership resumes on {date}',
  'mail.pauseEnding.lead':
    'The pause of your membership “{tier}” with {newsroom} is nearly over: on {date}, {amount} is charged and it goes on.',
  'mail.pauseEnding.leadPlain':
    'The pause of your membership “{tier}” with {newsroom} is nearly over: it goes on from {date}.',
  'mail.pauseEnding.after':
    'If that suits you, there is nothing to do. In your account you can change the amount, the card, or end the membership.',
} as const;
