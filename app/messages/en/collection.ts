export const collection = {
  'collection.card': '{brand} {last4, select, none {} other {ending in {last4}}}',
  'collection.card.none': 'No card is saved',

  'collection.banner.failed': 'Your last payment did not go through',
  'collection.banner.confirm': 'Your bank asks you to confirm a payment',
  'collection.banner.failedText':
    '{amount} for your membership is still open. A new card is charged at once.',
  'collection.banner.confirmText':
    '{amount} for your membership waits for your confirmation. Nothing is wrong with your card.',
  'collection.banner.openUntil': 'Your extras stay open until {date}.',
  'collection.banner.closed': 'Your extras have been closed since {date}.',
  'collection.banner.retry': 'We try the present card again on {date}.',
  'collection.banner.useCard': 'Use another card',
  'collection.banner.confirmNow': 'Confirm the payment',
  'collection.banner.otherCard': 'Use another card instead',

  'collection.page.title': 'Your card',
  'collection.page.present': 'What is charged',
  'collection.page.method': 'Card',
  'collection.page.expires': 'Good until',
  'collection.page.nextCharge': 'Next charge',
  'collection.page.nextChargeOn': '{amount} on {date}',
  'collection.page.lead':
    'You enter the new card on Stripe’s page. We never see its number. It is charged from the next payment on.',
  'collection.page.leadOpen':
    'You enter the new card on Stripe’s page. We never see its number. {amount} that is open is charged to it at once.',
  'collection.page.submit': 'Enter another card',
  'collection.page.back': 'Back to the membership',
  'collection.page.noMembershipTitle': 'No card is charged',
  'collection.page.noMembership': 'You have no membership in force, so there is nothing to change.',

  'collection.failed.title': 'Nothing was changed',
  'collection.failed.payments_unavailable':
    'Stripe, which keeps the cards, can’t be reached at the moment. Please try again in a few minutes.',
  'collection.failed.payments_refused':
    'Stripe did not accept this. Please write to {email}, and we sort it out.',
  'collection.failed.no_membership': 'This membership is not in force any more.',
  'collection.failed.too_often':
    'The page for a new card was opened very often in a short time. Please try again in an hour.',
  'collection.failed.foreign': 'This is not a page for your membership’s card.',
  'collection.failed.again': 'Try again',

  'collection.outcome.paidTitle': 'Paid. Thank you.',
  'collection.outcome.paid':
    '{amount} has been charged, and your membership goes on. The receipt is on its way.',
  'collection.outcome.savedTitle': 'The new card is saved',
  'collection.outcome.saved': 'From now on your membership is charged to it.',
  'collection.outcome.processingTitle': 'The payment is on its way',
  'collection.outcome.processing':
    '{amount} takes a few days, as bank debits do. The receipt follows when it has arrived.',
  'collection.outcome.declinedTitle': 'The new card was declined, too',
  'collection.outcome.declinedNext':
    'The card is saved, and {amount} is still open. You can enter another card, or ask your bank and try again later.',
  'collection.outcome.declinedRetry': 'We also try again by ourselves on {date}.',
  'collection.outcome.confirmTitle': 'One more step: confirm the payment',
  'collection.outcome.confirm':
    'The card is saved. Your bank asks you to confirm {amount}; then it is paid.',
  'collection.outcome.leftTitle': 'Nothing was changed',
  'collection.outcome.left': 'You left Stripe’s page before a card was saved.',
  'collection.outcome.leftOpen': '{amount} is still open.',
  'collection.outcome.endedTitle': 'This membership has ended',
  'collection.outcome.ended': 'Nothing is charged any more. You can begin a new one at any time.',
  'collection.outcome.join': 'Become a patron again',

  'collection.declined.declined': 'The bank declined it without saying why.',
  'collection.declined.funds': 'There was not enough money in the account.',
  'collection.declined.expired': 'The card has expired.',
  'collection.declined.cvc': 'The card’s security code did not match.',
  'collection.declined.processing': 'The bank could not process it just now.',
  'collection.declined.authentication': 'The bank asked for a confirmation that did not come.',

  'collection.link.title': 'Your membership’s card',
  'collection.link.wellTitle': 'Everything is paid',
  'collection.link.well':
    'Nothing is open. You can still replace the card that will be charged next.',
  'collection.link.waitingTitle': 'A payment is on its way',
  'collection.link.waiting': 'There is nothing for you to do at the moment.',
  'collection.link.cancel': 'End the membership instead',
  'collection.link.front': 'To the front page',
  'collection.link.note': 'No sign-in is needed: the link in the mail is yours alone.',

  'collection.mail.amount': 'Amount',
  'collection.mail.membership': 'Membership',
  'collection.mail.card': 'Card',
  'collection.mail.openUntil': 'Extras open until',
  'collection.mail.useCard': 'Use another card',
  'collection.mail.confirmNow': 'Confirm the payment',
  'collection.mail.linkNote':
    'The button leads to Stripe’s page, without signing in. The new card is charged at once.',
  'collection.mail.linkNoteConfirm': 'The button leads to Stripe’s page, without signing in.',
  'collection.mail.failed.subject': 'Your payment did not go through',
  'collection.mail.failed.lead':
    'We could not charge {amount} for your membership. It happens: a card is replaced, a limit is reached, a bank is careful.',
  'collection.mail.failed.retry':
    'We try again on {date}. If the card has changed, please enter the new one.',
  'collection.mail.failed.noRetry': 'Please enter another card, so that your membership goes on.',
  'collection.mail.confirm.subject': 'Please confirm your payment',
  'collection.mail.confirm.lead':
    'Your bank asks you to confirm {amount} for your membership. Nothing is wrong with your card: without your confirmation the bank just lets nobody charge it.',
  'collection.mail.reminder.subject':
    '{trouble, select, needs_confirmation {Your payment still waits to be confirmed} other {Your payment is still open}}',
  'collection.mail.reminder.lead':
    '{trouble, select, needs_confirmation {{amount} for your membership still waits for your confirmation.} other {{amount} for your membership could still not be charged.}}',
  'collection.mail.reminder.open': 'Until {date} everything stays open to you.',
  'collection.mail.lastCall.subject': 'Your extras close on {date}',
  'collection.mail.lastCall.subjectPlain': 'The last days of your membership',
  'collection.mail.lastCall.lead':
    '{trouble, select, needs_confirmation {{amount} for your membership has not been confirmed.} other {We have tried several times to charge {amount} for your membership, without success.}}',
  'collection.mail.lastCall.closes':
    'On {date} your extras close. It takes a minute to keep them open.',
  'collection.mail.lastCall.ends': 'If it can’t be paid, your membership ends in a few days.',
  'collection.mail.lastCall.leave':
    'If you would rather stop, that is all right, too: one press of a button ends it, and you owe nothing.',
  'collection.mail.closed.subject': 'Your extras have closed',
  'collection.mail.closed.subjectPlain': 'Your membership could not be charged',
  'collection.mail.closed.lead':
    '{amount} for your membership could not be charged, although we tried several times. What it opened has closed.',
  'collection.mail.closed.leadPlain':
    '{amount} for your membership could not be charged for some time.',
  'collection.mail.closed.back':
    'As soon as it is paid, everything is as it was. We would be glad to keep you.',
  'collection.mail.ended.subject': 'Your membership at {newsroom} has ended',
  'collection.mail.ended.lead':
    'We could not charge {amount} for your membership, and so it has ended. You owe nothing.',
  'collection.mail.ended.back':
    'Thank you for all that you have made possible. If it was only the card, coming back takes two minutes.',
  'collection.mail.ended.button': 'Become a patron again',
  'collection.mail.expiring.subject': 'Your card runs out before the next payment',
  'collection.mail.expiring.lead':
    'Your card is good until {expires}. The next payment for your membership is due on {date}, after that.',
  'collection.mail.expiring.what':
    'If your bank has sent you a new card, please enter it. Many banks also tell us by themselves; then there is nothing to do.',
  'collection.mail.expiring.button': 'Enter the new card',
  'collection.mail.expiring.linkNote':
    'No sign-in is needed. Nothing is charged before the day it is due.',
};
