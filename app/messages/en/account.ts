export const account = {
  'account.form.unreadable': 'Please check this field.',

  'account.signIn.title': 'Sign in',
  'account.signIn.lead':
    'There is no password to remember. Tell us your mail address and we send you a link and a code.',
  'account.signIn.email': 'Mail address',
  'account.signIn.emailHint': 'The one you gave when you supported us.',
  'account.signIn.emailMissing': 'Enter your mail address.',
  'account.signIn.emailWrong':
    'That does not look like a mail address. It should read like anna@example.org.',
  'account.signIn.tooMany':
    'That was many requests in a short time. Look for the mail that is already on its way, or try again in {minutes, plural, one {a minute} other {# minutes}}.',
  'account.signIn.submit': 'Send me a sign-in mail',
  'account.signIn.notYet': 'Not a supporter yet? {link}',
  'account.signIn.notYetLink': 'You need no account to give.',

  'account.code.title': 'Check your mail',
  'account.code.lead': 'We have sent a link and a code to {email}. They work for 30 minutes.',
  'account.code.either': 'Open the link on any device, or type the code here.',
  'account.code.label': 'Six-digit code',
  'account.code.missing': 'Enter the six digits from the mail.',
  'account.code.wrong':
    'That is not the code in the latest mail. {left, plural, one {One more try is left.} other {# more tries are left.}}',
  'account.code.submit': 'Sign in',
  'account.code.noMail': 'No mail?',
  'account.code.noMailHelp':
    'It can take a minute. Look in the spam folder, and check that the address above is the right one.',
  'account.code.again': 'Send a new mail',
  'account.code.deadTitle': 'This code can’t be used any more',
  'account.code.dead':
    'It may be older than 30 minutes, used already, or mistyped too often. A new one takes a moment. If the mail has a link, that one may still work.',
  'account.code.noneTitle': 'No code is waiting for this browser',
  'account.code.none':
    'A code only works in the browser that asked for it. Use the link in the mail instead, or ask for a new mail here.',

  'account.link.title': 'Sign in',
  'account.link.lead': 'You are about to sign in as {email}.',
  'account.link.submit': 'Sign me in',
  'account.link.notYou': 'Not you? Close this page: nothing happens until the button is pressed.',
  'account.link.usedTitle': 'This link has been used',
  'account.link.used': 'Each link signs in once. Ask for a new one; it takes a moment.',
  'account.link.expiredTitle': 'This link has expired',
  'account.link.expired': 'Links work for 30 minutes. Ask for a new one; it takes a moment.',
  'account.link.unknownTitle': 'We don’t know this link',
  'account.link.unknown':
    'Perhaps it was not copied whole, or a newer mail has replaced it. Use the link in the latest mail, or ask for a new one.',
  'account.link.again': 'Send me a new sign-in mail',
  'account.link.toAccount': 'You are signed in already. To your account',

  'account.nav': 'Your account',
  'account.nav.overview': 'Overview',
  'account.nav.membership': 'Membership',
  'account.nav.payments': 'Payments and receipts',
  'account.nav.sessions': 'Sign-in and language',
  'account.signOut': 'Sign out',

  'account.overview.title': 'Your account',
  'account.overview.signedInAs': 'Signed in as {email}',
  'account.overview.thanksPatron':
    'Thank you for being a patron. What you read here stays open to everyone because of people like you.',
  'account.overview.thanksDonor':
    'Thank you for your support. What you read here stays open to everyone because of people like you.',
  'account.overview.nothing':
    'No support has been given with {email}. If you gave with another address, sign in with that one.',
  'account.overview.membership': 'Membership',
  'account.overview.manage': 'Manage the membership',
  'account.overview.extras': 'Supporter extras',
  'account.overview.payments': 'Latest payments',
  'account.overview.allPayments': 'All payments and receipts',

  'account.extras.open.staff': 'Open: you work here.',
  'account.extras.open.membership': 'Open for as long as your membership lasts.',
  'account.extras.open.membershipUntil': 'Open until {date}, when what you have paid for ends.',
  'account.extras.open.grace':
    'Open until {date}. The last payment did not go through; once it does, they stay open.',
  'account.extras.open.cancelled_not_ended': 'Open until {date}, when your membership ends.',
  'account.extras.open.gift': 'Open until {date}, thanks to your gift membership.',
  'account.extras.open.donor_pass': 'Open until {date}, thanks to your donation.',
  'account.extras.open.complimentary': 'Open, with our compliments.',
  'account.extras.open.complimentaryUntil': 'Open until {date}, with our compliments.',
  'account.extras.closed.signed_out': 'Closed: sign in to open them.',
  'account.extras.closed.never_supported':
    'Closed. They open with a membership, or for a while with a donation.',
  'account.extras.closed.membership_ended':
    'Closed since your membership ended. They open again the day you come back.',
  'account.extras.closed.paused':
    'Closed while your membership is paused. They open again when it goes on.',
  'account.extras.closed.payment_failed':
    'Closed, because the payments for your membership did not go through.',
  'account.extras.closed.donor_pass_ended':
    'Closed: the time that came with your donation is over. A membership keeps them open.',
  'account.extras.closed.below_donor_pass':
    'Closed: they open with a membership, or for a while with a larger donation.',
  'account.extras.closed.revoked': 'Closed, because the payment was returned.',

  'account.invite.title': 'Become a patron',
  'account.invite.body':
    'A steady sum each month or year lets us plan beyond the next story. You choose how much, and can stop at any time.',
  'account.invite.back': 'Your membership ended on {date}. You are welcome back at any time.',
  'account.invite.submit': 'See the memberships',
  'account.invite.once': 'Give once',

  'account.membership.title': 'Your membership',
  'account.membership.none': 'You have no membership',
  'account.membership.tier': 'Tier',
  'account.membership.amount': 'Amount',
  'account.membership.perMonth': '{amount} a month',
  'account.membership.perYear': '{amount} a year',
  'account.membership.since': 'Patron since',
  'account.membership.nextCharge': 'Next charge',
  'account.membership.nextChargeOn': '{amount} on {date}',
  'account.membership.noCharge': 'None: nothing will be charged any more',
  'account.membership.pausedCharge': 'None while the membership is paused',
  'account.membership.status': 'State',
  'account.membership.status.active': 'In force',
  'account.membership.status.ending': 'Ends on {date}',
  'account.membership.status.past_due': 'The last payment did not go through',
  'account.membership.status.unpaid': 'Not paid',
  'account.membership.status.paused': 'Paused',
  'account.membership.status.ended': 'Ended on {date}',
  'account.membership.status.waiting': 'Waiting for the first payment',
  'account.membership.perks': 'What it opens',
  'account.membership.perk.extras':
    'Supporter extras in articles: recordings, documents, notebooks',
  'account.membership.perk.early_access': 'Long reads a day before everyone else',
  'account.membership.perk.ad_free': 'No advertising',
  'account.membership.perk.supporter_newsletter': 'The letter from the newsroom',
  'account.membership.perk.wall': 'Your name on the thank-you page, if you like',
  'account.membership.end': 'End my membership',
  'account.membership.endingTitle': 'Your membership ends on {date}',
  'account.membership.ending':
    'Nothing will be charged any more, and everything stays open until that day. Until then you can take it back.',
  'account.membership.continue': 'Continue my membership',
  'account.membership.continued': 'Your membership goes on. The next charge is on {date}.',

  'account.cancel.title': 'End your membership?',
  'account.cancel.when': 'It ends on {date}, the last day you have paid for.',
  'account.cancel.charge':
    'Nothing will be charged any more. What you have paid stays with the newsroom.',
  'account.cancel.until': 'Until that day the extras stay open, and you can take this back.',
  'account.cancel.after': 'After it your account, your receipts and all free articles remain.',
  'account.cancel.reason': 'Would you tell us why? You don’t have to.',
  'account.cancel.reason.too_expensive': 'It is too much for me at the moment',
  'account.cancel.reason.break': 'I need a break',
  'account.cancel.reason.reading_less': 'I read less than I thought',
  'account.cancel.reason.coverage': 'I am unhappy with the coverage',
  'account.cancel.reason.technical': 'Something did not work',
  'account.cancel.reason.elsewhere': 'I support someone else now',
  'account.cancel.reason.other': 'Something else',
  'account.cancel.note': 'Anything you want to add',
  'account.cancel.noteTooLong': 'Please keep it under 500 characters.',
  'account.cancel.submit': 'End my membership on {date}',
  'account.cancel.keep': 'Keep it as it is',
  'account.cancel.failedTitle': 'That did not work',
  'account.cancel.failed.no_membership': 'There is no membership in force to end.',
  'account.cancel.failed.already_scheduled': 'It is already set to end.',
  'account.cancel.failed.payments_unavailable':
    'Our payment provider does not answer just now. Nothing has changed. Please try again in a few minutes.',
  'account.cancel.failed.payments_refused':
    'Our payment provider refused the change. Nothing has changed. Please write to {email}, and we will do it for you.',

  'account.continue.failed.no_membership':
    'The membership has ended, so it can’t be continued. You can begin a new one.',
  'account.continue.failed.not_scheduled': 'It was not set to end: it simply goes on.',

  'account.payments.title': 'Payments and receipts',
  'account.payments.none': 'No payments yet',
  'account.payments.noneHelp': 'Once you have given, every payment and its receipt stand here.',
  'account.payments.date': 'Date',
  'account.payments.what': 'For',
  'account.payments.amount': 'Amount',
  'account.payments.receipt': 'Receipt',
  'account.payments.receiptOf': 'Receipt of {date}, {amount}',
  'account.payments.donation': 'One-time donation',
  'account.payments.membership': 'Membership',
  'account.payments.gift': 'Gift membership',
  'account.payments.refund': 'Refund',
  'account.payments.refund_failure': 'Refund that did not go through',
  'account.payments.dispute': 'Taken back by your bank',
  'account.payments.dispute_reversal': 'Dispute settled',
  'account.payments.returned': '{amount} returned',

  'account.receipt.title': 'Receipt',
  'account.receipt.back': 'All payments',
  'account.receipt.number': 'Payment number',
  'account.receipt.date': 'Date of payment',
  'account.receipt.amount': 'Amount paid',
  'account.receipt.kept': 'Amount after the return',
  'account.receipt.for': 'For',
  'account.receipt.forMembershipMonth': 'Membership “{tier}”, monthly',
  'account.receipt.forMembershipYear': 'Membership “{tier}”, yearly',
  'account.receipt.from': 'Received from',
  'account.receipt.to': 'Received by',
  'account.receipt.address': 'Address',
  'account.receipt.taxId': 'Registration',
  'account.receipt.contact': 'Questions',

  'account.sessions.title': 'Sign-in and language',
  'account.sessions.where': 'Where you are signed in',
  'account.sessions.device': '{browser} on {system}',
  'account.sessions.deviceUnknown': 'Unknown browser',
  'account.sessions.thisOne': 'This browser',
  'account.sessions.lastSeen': 'Last seen {date}',
  'account.sessions.openedByMail': 'Signed in by mail {date}',
  'account.sessions.openedByCheckout': 'Signed in after a payment {date}',
  'account.sessions.everywhere': 'Sign out everywhere',
  'account.sessions.everywhereHelp':
    'Ends every session, this one too. Useful when a device is lost or was not yours.',

  'account.language.title': 'Language of our mails',
  'account.language.help':
    'Pages keep the language of their address; this is for receipts and letters.',
  'account.language.en': 'English',
  'account.language.uk': 'Ukrainian',
  'account.language.submit': 'Save',
  'account.language.saved': 'Saved.',
} as const satisfies Record<`account.${string}`, string>;
