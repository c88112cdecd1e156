export const identity = {
  'account.nav.profile': 'Your details',
  'account.nav.privacy': 'Your data',

  'identity.profile.title': 'Your details',
  'identity.profile.receipts': 'On your receipts',
  'identity.profile.lead':
    'This is how receipts and yearly statements name you, those of past payments included.',
  'identity.profile.name': 'Name',
  'identity.profile.nameTooLong': 'That is too long for a receipt. Use at most 200 characters.',
  'identity.profile.address': 'Postal address',
  'identity.profile.addressHint': 'Only if you need it on receipts. Write it as on an envelope.',
  'identity.profile.addressTooLong': 'That is too long for a receipt. Use at most 400 characters.',
  'identity.profile.addressTooManyLines': 'Please use at most eight lines.',
  'identity.profile.submit': 'Save',
  'identity.profile.saved': 'Saved.',
  'identity.profile.email': 'Mail address',
  'identity.profile.emailChange': 'Change the mail address',
  'identity.profile.emailPending':
    'You have asked to change it to {email}. It changes when both mailboxes have agreed.',
  'identity.profile.emailPendingLink': 'See how it stands',

  'identity.email.title': 'Change your mail address',
  'identity.email.now': 'You sign in with {email}.',
  'identity.email.lead':
    'We send a mail to the old address and one to the new. The address changes when the links in both have been confirmed.',
  'identity.email.lostOld':
    'No way into the old mailbox any more? Write to {email}, and we change it once we know it is you.',
  'identity.email.new': 'New mail address',
  'identity.email.same': 'That is the address you have now.',
  'identity.email.submit': 'Send both mails',
  'identity.email.tooMany':
    'That was many requests in a short time. Please try again in {minutes, plural, one {a minute} other {# minutes}}.',
  'identity.email.pendingTitle': 'Two confirmations are needed',
  'identity.email.pendingLead': 'Open the mail in each mailbox and confirm there, until {until}.',
  'identity.email.mailbox': 'Mailbox',
  'identity.email.state': 'State',
  'identity.email.old': 'Old',
  'identity.email.newShort': 'New',
  'identity.email.confirmed': 'confirmed',
  'identity.email.waiting': 'not confirmed yet',
  'identity.email.resend': 'Send the mails again',
  'identity.email.resent': 'The mails are on their way. The links in earlier ones no longer work.',
  'identity.email.nothingToResend': 'There is no change under way any more.',
  'identity.email.cancel': 'Call it off',
  'identity.email.cancelled': 'Called off. Your address stays as it is.',
  'identity.email.another': 'A different address',

  'identity.link.title': 'Change of mail address',
  'identity.link.lead': 'You sign in with {oldEmail} now. From then on it would be {newEmail}.',
  'identity.link.confirm': 'Confirm the change',
  'identity.link.refuseLead': 'Was it not you?',
  'identity.link.refuse': 'Stop the change',
  'identity.link.confirmedTitle': 'This mailbox has confirmed',
  'identity.link.confirmed.old':
    'Now confirm in the new mailbox too: the mail went to {newEmail}. Then the address changes.',
  'identity.link.confirmed.new':
    'Now confirm in the old mailbox too: the mail went to {oldEmail}. Then the address changes.',
  'identity.link.doneTitle': 'Your mail address is changed',
  'identity.link.done':
    'From now on you sign in with {newEmail}. Wherever else you were signed in, you are signed out.',
  'identity.link.toAccount': 'To your account',
  'identity.link.endedTitle': 'This change is over',
  'identity.link.ended':
    'It was called off, replaced by a newer one, or can’t be done any more. Nothing has changed by this link.',
  'identity.link.expiredTitle': 'This link has expired',
  'identity.link.expired': 'Links work for 24 hours. Ask for the change again in your account.',
  'identity.link.unknownTitle': 'We don’t know this link',
  'identity.link.unknown':
    'Perhaps it was not copied whole, or a newer mail has replaced it. Use the link in the latest mail.',
  'identity.link.refusedTitle': 'Stopped',
  'identity.link.refused':
    'The mail address stays as it was. If somebody else asked for this, they were signed in to your account: sign out everywhere to be safe.',
  'identity.link.tooLate':
    'It was too late: the address is changed already. If it was not you, write to the newsroom at once; the address stands at the foot of our mails.',
  'identity.link.refusedAct': 'See where you are signed in',

  'identity.sessions.openedByPasskey': 'Signed in with a passkey {date}',
  'identity.sessions.end': 'Sign out there',
  'identity.sessions.endOf': 'Sign out on {device}',
  'identity.sessions.ended': 'Signed out there.',

  'identity.renewal.title': 'Please sign in once more',
  'identity.renewal.lead':
    'What comes next concerns everything you have here. So that nobody does it on a device you left open, we send a mail to {email}; its link or code brings you back.',
  'identity.renewal.submit': 'Send me the mail',
  'identity.renewal.minutes':
    'For {minutes, plural, one {a minute} other {# minutes}} after signing in we don’t ask again.',

  'identity.privacy.title': 'Your data',
  'identity.privacy.exportTitle': 'Everything we hold on you',
  'identity.privacy.exportLead':
    'One file in JSON, which people and programs can read. Amounts are in the smallest unit of their currency, times are in UTC.',
  'identity.privacy.exportKeys': 'What is in it',
  'identity.privacy.export': 'Download the file',
  'identity.privacy.exportTooMany':
    'That was many downloads in a short time. Please try again in an hour.',
  'identity.privacy.key.profile': 'who you are to us: address, name, language, country',
  'identity.privacy.key.sessions': 'where you are signed in',
  'identity.privacy.key.signInRequests': 'recent requests to sign in',
  'identity.privacy.key.emailChanges': 'changes of your mail address',
  'identity.privacy.key.passkeys': 'your passkeys, by name',
  'identity.privacy.key.stripeCustomers': 'under which numbers Stripe knows you',
  'identity.privacy.key.donations': 'your donations and what was said with them',
  'identity.privacy.key.memberships': 'your memberships and what happened to them',
  'identity.privacy.key.gifts': 'gift memberships that you gave or got',
  'identity.privacy.key.notes': 'what the newsroom noted about you',
  'identity.privacy.key.grants': 'access that the newsroom gave you',
  'identity.privacy.key.payments': 'every payment, refund and fee',
  'identity.privacy.key.receipts': 'your receipts by number',
  'identity.privacy.key.mails': 'which mails we sent you, and when',
  'identity.privacy.key.mailPreferences': 'which mails you want',
  'identity.privacy.key.disputes': 'what was written to your bank about a disputed payment',
  'identity.privacy.key.workNotes': 'what the staff noted while they saw to something of yours',
  'identity.privacy.key.audit': 'what was done to your account, and by whom',
  'identity.privacy.eraseTitle': 'Erase everything',
  'identity.privacy.eraseLead':
    'We take out everything that names you. What the law makes us keep of payments stays without your name.',
  'identity.privacy.erase': 'See what goes and what stays',

  'identity.erase.title': 'Erase everything about you',
  'identity.erase.goes': 'What goes',
  'identity.erase.goes.name': 'Your name, mail address and postal address',
  'identity.erase.goes.words':
    'Your public name on the thank-you wall, notes and reasons you wrote',
  'identity.erase.goes.access': 'Your sign-ins, and with them your access to extras',
  'identity.erase.goes.mails': 'Your address on every mail we sent',
  'identity.erase.goes.stripe': 'You as a customer at Stripe, with any saved card',
  'identity.erase.stays': 'What stays',
  'identity.erase.stays.money':
    'Amounts, dates and countries of payments, without your name: the law wants the books kept',
  'identity.erase.stays.stripe':
    'What you typed when paying, at Stripe, which must keep it for a time as a payment service; the newsroom can ask Stripe to redact it after 90 days',
  'identity.erase.stays.log': 'That an erasure took place, without saying whose',
  'identity.erase.membership':
    'Your membership ends at once. What is already paid is not given back; for that, cancel first and come back after {date}, or write to {email}.',
  'identity.erase.membershipNoDate':
    'Your membership ends at once. What is already paid is not given back.',
  'identity.erase.receipts':
    'Download receipts and statements first if you need them: afterwards nobody can tell which were yours.',
  'identity.erase.noUndo':
    'It can’t be undone. Whoever signs in with this address later starts anew.',
  'identity.erase.confirm': 'I understand that this can’t be undone',
  'identity.erase.confirmMissing': 'Tick the box to confirm.',
  'identity.erase.submit': 'Erase everything about me',
  'identity.erase.keep': 'Keep my account',
  'identity.erase.failedTitle': 'Nothing was erased',
  'identity.erase.failed.payments_unavailable':
    'Stripe could not be reached, and what is charged from time to time has to end there first. Please try again in a few minutes.',
  'identity.erase.failed.payments_refused':
    'Stripe did not end what is charged from time to time. Please write to {email}.',
  'identity.erase.failed.is_staff':
    'You are on the staff. Ask an owner to take your role away first.',
  'identity.erase.failed.gone': 'There is nothing to erase any more.',
  'identity.erased.title': 'It is done',
  'identity.erased.lead':
    'Everything that named you is gone from here. A last mail confirms it; then its address goes as well.',
  'identity.erased.thanks': 'Thank you for having supported us.',

  'identity.staff.actions': 'Change address',
  'identity.staff.mergeAction': 'Merge with another',
  'identity.staff.emailTitle': 'Change a mail address',
  'identity.staff.emailDefinition':
    'For somebody who has lost the old mailbox. Make sure that it is them: ask for the number, day and amount of a receipt. Their sessions end, and both mailboxes are told.',
  'identity.staff.emailNow': 'Address now: {email}',
  'identity.staff.reason': 'How do you know that it is them?',
  'identity.staff.reasonHint': 'Stays in the log. No names or addresses, please.',
  'identity.staff.reasonMissing': 'Say how you know.',
  'identity.staff.reasonTooLong': 'Please use at most 300 characters.',
  'identity.staff.emailSubmit': 'Change the address',
  'identity.staff.emailTaken':
    'Another supporter has this address. If both are the same person, merge them.',
  'identity.staff.emailDone': 'The address is changed, and both mailboxes are told.',
  'identity.staff.back': 'Back to the supporter',

  'identity.merge.title': 'Merge two supporters',
  'identity.merge.definition':
    'When one person is here twice. What the other has moves to this one; its address stays as a second way to sign in. No amount changes.',
  'identity.merge.search': 'Find the other by name or address',
  'identity.merge.searchSubmit': 'Search',
  'identity.merge.nobody': 'Nobody else is found by that.',
  'identity.merge.choose': 'Choose {person}',
  'identity.merge.chooseShort': 'Choose',
  'identity.merge.kept': 'Stays',
  'identity.merge.merged': 'Goes into it',
  'identity.merge.previewTitle': 'What happens',
  'identity.merge.what': 'What each has',
  'identity.merge.name': 'Name',
  'identity.merge.noName': 'none',
  'identity.merge.since': 'Since',
  'identity.merge.count.donations': 'Donations',
  'identity.merge.count.memberships': 'Memberships',
  'identity.merge.count.payments': 'Payments and refunds',
  'identity.merge.count.customers': 'Customers at Stripe',
  'identity.merge.count.gifts': 'Gift memberships',
  'identity.merge.count.grants': 'Grants',
  'identity.merge.inForce': 'Membership in force',
  'identity.merge.yes': 'yes',
  'identity.merge.no': 'no',
  'identity.merge.swap': 'The other way round',
  'identity.merge.access':
    'Whoever has the mailbox {email} can open the account of {kept} from then on. It can’t be undone.',
  'identity.merge.reason': 'How do you know that they are one person?',
  'identity.merge.submit': 'Merge them',
  'identity.merge.problemTitle': 'These two can’t be merged',
  'identity.merge.problem.not_found':
    'One of the two is not there any more, was erased, or is merged already.',
  'identity.merge.problem.same': 'That is one and the same.',
  'identity.merge.problem.both_patrons':
    'Both have a membership in force, and one person has only one. End either first.',
  'identity.merge.problem.is_staff':
    'The one that would go has a staff role. Take the role away first, or merge the other way round.',
  'identity.merge.done': 'The two are one now.',
  'identity.merge.isMerged': 'This one was merged.',
  'identity.merge.toKept': 'See the one who has everything',
  'identity.erasedPerson': 'Erased person',
  'identity.erasedOn': 'Everything that named this person was erased on {date}.',
  'identity.erasedStripe':
    'At Stripe their customers are deleted. What they typed when paying stays with the charges there: 90 days after the last payment, redact them in Stripe’s Dashboard.',

  'admin.mail.email-change-old': 'Change of address, to the old mailbox',
  'admin.mail.email-change-new': 'Change of address, to the new mailbox',
  'admin.mail.email-changed': 'Address changed',
  'admin.mail.supporters-merged': 'Accounts merged',
  'admin.mail.erasure-done': 'Erasure confirmed',
  'admin.action.email.change_requested': 'asked to change the address',
  'admin.action.email.change_cancelled': 'called the change of address off',
  'admin.action.email.change_refused': 'a mailbox stopped the change of address',
  'admin.action.email.changed': 'address changed',
  'admin.action.email.changed_by_staff': 'staff changed the address',
  'admin.action.profile.changed': 'changed their details',
  'admin.action.session.ended': 'ended a session',
  'admin.action.data.exported': 'downloaded their data',
  'admin.action.supporter.erased': 'erased',
  'admin.action.supporter.merged': 'another supporter was merged into this one',
  'admin.action.supporter.merged_away': 'merged into another supporter',

  'mail.emailChange.oldSubject': '{newsroom}: change of your mail address',
  'mail.emailChange.oldLead':
    'Somebody who is signed in to your account at {newsroom} wants to sign in with {newEmail} from now on. If it was you, confirm it here, and in the mail that we have sent to the new address.',
  'mail.emailChange.newSubject': '{newsroom}: is this your new mail address?',
  'mail.emailChange.newLead':
    'The account of {oldEmail} at {newsroom} is to be signed in to with this address from now on. Confirm it here, and in the mail that we have sent to the old address.',
  'mail.emailChange.button': 'Look at it',
  'mail.emailChange.note':
    'The link works for {hours, plural, one {# hour} other {# hours}}. Opening it changes nothing yet.',
  'mail.emailChange.oldNotYou':
    'If it was not you, open the same page and press “Stop the change”. Then sign out everywhere: somebody else may be signed in to your account.',
  'mail.emailChange.newNotYou':
    'If you know nothing of this, you need not do anything: without the link nothing happens.',
  'mail.emailChange.takenLead':
    'Somebody wants to sign in at {newsroom} with this address from now on. But this address has an account here already.',
  'mail.emailChange.takenNothing':
    'So nothing has changed, and nothing will. If it was not you, you need not do anything.',
  'mail.emailChange.takenMerge':
    'If both accounts are yours, write to {email} from this address, and we make them one.',
  'mail.emailChange.takenButton': 'Sign in with this address',

  'mail.emailChanged.subject': '{newsroom}: your mail address is changed',
  'mail.emailChanged.lead':
    'Your account at {newsroom} is signed in to with {newEmail} from now on, and no more with {oldEmail}.',
  'mail.emailChanged.leadStaff':
    'As you asked us to, we have changed the address of your account at {newsroom}: you sign in with {newEmail} from now on, and no more with {oldEmail}.',
  'mail.emailChanged.sessions': 'Wherever else you were signed in, you are signed out now.',
  'mail.emailChanged.button': 'Your details',
  'mail.emailChanged.notYou': 'If this was not you, write to {email} at once.',

  'mail.merged.subject': '{newsroom}: your two accounts are one now',
  'mail.merged.lead':
    'You had two accounts at {newsroom}, {keptEmail} and {mergedEmail}. We have made them one: donations, memberships and receipts of both are together now.',
  'mail.merged.both':
    'You can sign in with either address. Mail about your support goes to {keptEmail}.',
  'mail.merged.button': 'Your account',
  'mail.merged.notYou': 'If these are not both yours, write to {email} at once.',

  'mail.erasure.subject': '{newsroom}: your data is erased',
  'mail.erasure.lead':
    'As you asked us to, {newsroom} has erased everything that named you: your account, your addresses, your words. What was charged from time to time has ended.',
  'mail.erasure.kept':
    'Of payments we keep amount, day and country, without your name, because the law wants the books kept.',
  'mail.erasure.stripe':
    'Stripe, which carried out the payments, keeps what the law demands of a payment service. We have deleted you there as a customer.',
  'mail.erasure.address': 'This is our last mail. Once it has been sent, your address is gone too.',
  'mail.erasure.notYou':
    'If this was not you, write to {email}. What is erased we can’t bring back.',
  'mail.erasure.thanks': 'Thank you for having supported us.',
};
