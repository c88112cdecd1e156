export const mail = {
  'mail.hello': 'Hello {name},',
  'mail.helloNoName': 'Hello,',
  'mail.footer.sentBy': 'Sent by {newsroom}.',
  'mail.footer.questions': 'Questions? Just reply, or write to {email}.',
  'mail.footer.taxId': 'Registration {taxId}',
  'mail.openInBrowser': 'If the button does not work, copy this address into your browser:',

  'mail.signIn.subject': 'Your sign-in code for {newsroom}: {code}',
  'mail.signIn.lead': 'Here is the way into your account at {newsroom}.',
  'mail.signIn.button': 'Sign in',
  'mail.signIn.linkNote': 'The link works once, on any device, for {minutes} minutes.',
  'mail.signIn.codeLead': 'Or type this code on the page where you asked to sign in:',
  'mail.signIn.ignore':
    'If you did not ask for this, you need not do anything: without the link or the code nobody gets in. Please don’t pass either on. We never ask for them.',

  'mail.receipt.subject': 'Receipt from {newsroom}: {amount}',
  'mail.receipt.thanksOnce':
    'Thank you for your donation. Your support pays for reporting that everyone can read.',
  'mail.receipt.thanksMembership':
    'Thank you for being a patron. Your support pays for reporting that everyone can read.',
  'mail.receipt.thanksGift':
    'Thank you for the gift. It pays for reporting that everyone can read.',
  'mail.receipt.title': 'Receipt',
  'mail.receipt.amount': 'Amount',
  'mail.receipt.date': 'Date',
  'mail.receipt.number': 'Payment number',
  'mail.receipt.for': 'For',
  'mail.receipt.forDonation': 'One-time donation',
  'mail.receipt.forGift': 'Gift membership',
  'mail.receipt.forMembershipMonth': 'Membership “{tier}”, monthly',
  'mail.receipt.forMembershipYear': 'Membership “{tier}”, yearly',
  'mail.receipt.recipient': 'Received by',
  'mail.receipt.address': 'Address',
  'mail.receipt.taxId': 'Registration',
  'mail.receipt.pdf': 'Download the receipt as a PDF',
  'mail.receipt.pdfDays':
    'The PDF opens without signing in for {days, plural, one {# day} other {# days}}; whoever has this mail can open it. Afterwards it is in your account.',
  'mail.receipt.button': 'See it in your account',
  'mail.receipt.manageOnce':
    'All your receipts are in your account. You can print them there at any time.',
  'mail.receipt.manageMembership':
    'In your account you find every receipt, the next charge, and the way to end the membership whenever you like.',

  'mail.welcome.subject': 'You are a patron of {newsroom}',
  'mail.welcome.lead':
    'From today you are among the people who keep {newsroom} going. The extras are open to you as soon as you sign in.',
  'mail.welcome.tier': 'Membership',
  'mail.welcome.amount': 'Amount',
  'mail.welcome.perMonth': '{amount} a month',
  'mail.welcome.perYear': '{amount} a year',
  'mail.welcome.nextCharge': 'Next charge',
  'mail.welcome.nextChargeOn': '{amount} on {date}',
  'mail.welcome.button': 'Open your account',
  'mail.welcome.cancel':
    'The membership goes on until you end it. You can do that at any time and without giving a reason: in your account, or from any receipt without signing in.',

  'mail.cancellation.subject': 'Your membership ends on {date}',
  'mail.cancellation.lead':
    'As you asked, your membership “{tier}” at {newsroom} ends on {date}. Nothing will be charged any more.',
  'mail.cancellation.until':
    'Until then everything stays as it is: what you have paid for stays open.',
  'mail.cancellation.undo': 'Changed your mind? Until that day you can take it back.',
  'mail.cancellation.button': 'Continue my membership',
  'mail.cancellation.thanks': 'Thank you for what you have made possible.',

  'mail.duplicate.subject': 'We have returned your second membership payment',
  'mail.duplicate.lead':
    'You already have a membership at {newsroom}, and a second one was just begun with your address. Since one is enough, we have ended the new one and returned {amount} to the card that paid it.',
  'mail.duplicate.when':
    'Banks take up to ten days to show it. Your first membership goes on unchanged.',
  'mail.duplicate.button': 'See your membership',
  'mail.duplicate.more':
    'If you meant to give more each time, reply to this mail and we will help.',

  'mail.suggestion.subject': 'Your support for {newsroom} is in your account',
  'mail.suggestion.lead':
    'Somebody, probably you, has just supported {newsroom} with this mail address, in a browser that is not signed in. It now stands in your account with everything else.',
  'mail.suggestion.why':
    'We don’t open an account only because someone pays with its address. Sign in and the extras open in this browser too.',
  'mail.suggestion.button': 'Sign in',
  'mail.suggestion.notYou': 'If it was not you, reply to this mail.',
} as const satisfies Record<`mail.${string}`, string>;
