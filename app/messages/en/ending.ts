export const ending = {
  'ending.when.trial': 'It ends on {date}, with the free time. You won’t be charged at all.',
  'ending.when.paused': 'It ends on {date}, the last day you have paid for, and the pause with it.',
  'ending.now.failing':
    'It ends at once. The payment that did not go through is let go: you owe nothing.',
  'ending.now.paused': 'It ends at once, and the pause with it: what you had paid for is over.',
  'ending.now.charge': 'Nothing will be charged any more.',
  'ending.now.until':
    'This can’t be taken back, because no paid time is left. You can come back whenever you like.',
  'ending.now.submit': 'End my membership now',
  'ending.changeFalls': 'The change that was to begin then falls away.',
  'ending.smaller': 'Would less be possible? With {amount} your membership goes on.',
  'ending.smallerLink': 'See what a smaller amount changes',
  'ending.offer.lead': 'We have an offer for you: {offer}.',
  'ending.offer.submit': 'See this offer',
  'ending.pause':
    'You can pause instead, for one to six months. Nothing is charged meanwhile, and it goes on by itself.',
  'ending.pauseLink': 'See how a pause works',
  'ending.reasonTitle': 'Tell us why (optional)',

  'ending.cancel.title': 'End your membership?',
  'ending.cancel.lead': 'No sign-in is needed: the link in the mail is yours alone.',
  'ending.cancel.doneTitle': 'Your membership ends on {date}',
  'ending.cancel.done':
    'Nothing will be charged any more. Until that day everything stays open. We have sent you a mail with the way back.',
  'ending.cancel.endedTitle': 'Your membership has ended',
  'ending.cancel.ended': 'It ended on {date}. Nothing will be charged any more.',
  'ending.cancel.keepHint': 'To keep it, simply close this page.',
  'ending.continue.title': 'Continue your membership?',
  'ending.continue.lead': 'It is set to end on {date}. Continue it, and it goes on as before.',
  'ending.continue.charge': 'The next charge is {amount} on {date}.',
  'ending.continue.submit': 'Continue my membership',
  'ending.continue.leaveHint': 'To let it end, simply close this page.',
  'ending.continue.doneTitle': 'Your membership goes on',
  'ending.continue.done': 'The next charge is {amount} on {date}. Thank you for staying.',
  'ending.continue.doneNoCharge': 'It goes on as before. Thank you for staying.',
  'ending.continue.endedTitle': 'Your membership has ended',
  'ending.continue.ended': 'It ended on {date}, so it can’t be continued. You can begin it anew.',
  'ending.tooMany':
    'It was ended and continued many times in a short while. Please try again in {minutes, plural, one {a minute} other {# minutes}}.',

  'ending.tooManyOutcome':
    'It was ended and continued many times in a short while. Please try again in an hour.',

  'ending.link.unknownTitle': 'We don’t know this link',
  'ending.link.unknown':
    'Perhaps it was not copied whole. Open it from the mail once more, or sign in and do the same in your account.',
  'ending.link.expiredTitle': 'This link has expired',
  'ending.link.expired':
    'Links in our mails work for 60 days. Use the one in the latest mail, or sign in and do the same in your account.',
  'ending.link.signIn': 'Sign in to your account',

  'ending.endedNow': 'Your membership has ended. Nothing will be charged any more.',
  'ending.former.title': 'Earlier memberships',
  'ending.former.tier': 'Tier',
  'ending.former.amount': 'Amount',
  'ending.former.span': 'From, to',
  'ending.former.dates': '{from} – {to}',
  'ending.back.title': 'Come back',
  'ending.back.history': 'Patron from {from} to {to}. All of it is kept, with every receipt.',
  'ending.back.lead': 'As before: {tier}, {amount}.',
  'ending.back.submit': 'Come back with {amount}',
  'ending.back.other': 'Choose another tier or amount',
  'ending.back.next': 'The payment page of our provider follows. Nothing is charged before it.',
  'ending.back.joinLead':
    'Welcome back. You were a patron from {from} to {to}; what you had then is filled in below.',
  'ending.overview.statements': 'Yearly statements',
  'ending.overview.change': 'Change tier or amount',

  'ending.mail.cancel': 'End the membership',
  'ending.mail.cancelNote':
    'To end the membership you need not sign in; this link leads to one button:',
  'ending.mail.undone.subject': 'Your membership goes on',
  'ending.mail.undone.lead':
    'You have taken the end of your membership “{tier}” at {newsroom} back. It goes on as before.',
  'ending.mail.undone.charge': 'The next charge is {amount} on {date}.',
  'ending.mail.undone.notYou':
    'If that was not you, end it again here, without signing in, or reply to this mail.',
  'ending.mail.ended.subject': 'Your membership at {newsroom} has ended',
  'ending.mail.ended.lead':
    'As you asked, your membership “{tier}” at {newsroom} ended on {date}. Nothing will be charged any more.',
  'ending.mail.ended.thanks': 'Thank you for everything it has made possible.',
  'ending.mail.ended.closes':
    'The supporter extras close with it. All other articles, your account and every receipt stay as they are.',
  'ending.mail.ended.back':
    'If you ever want to come back: the way is short, and what you had is filled in already.',
  'ending.mail.ended.button': 'Come back',
  'ending.mail.reminder.subject': 'Your membership renews on {date}',
  'ending.mail.reminder.subjectTrial': 'Your free time ends on {date}',
  'ending.mail.reminder.lead':
    'Your membership “{tier}” at {newsroom} renews on {date}. You need not do anything.',
  'ending.mail.reminder.leadTrial':
    'The free time of your membership “{tier}” at {newsroom} ends on {date}. Then it goes on, and you are charged for the first time.',
  'ending.mail.reminder.tier': 'Membership',
  'ending.mail.reminder.charge': 'What is charged',
  'ending.mail.reminder.day': 'On',
  'ending.mail.reminder.button': 'See your membership',
  'ending.mail.reminder.cancel':
    'If you would rather not go on, you can end it before that day without signing in, and nothing is charged:',
} as const satisfies Record<`ending.${string}`, string>;
