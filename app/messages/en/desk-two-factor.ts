export const deskTwoFactor = {
  'twoFactor.confirm.title': 'Confirm that it is you',
  'twoFactor.confirm.lead':
    'The desk opens to {email} with a passkey: by fingerprint, face or the device’s code. It then stays open in this browser for {hours, plural, one {# hour} other {# hours}}.',
  'twoFactor.confirm.submit': 'Use a passkey',
  'twoFactor.confirm.needsScript':
    'Using a passkey needs JavaScript, which is off in this browser.',
  'twoFactor.confirm.noDevice': 'The device did not answer, or you stopped it. Try once more.',
  'twoFactor.confirm.refused':
    'That did not confirm it: the passkey is not one of this account, the device did not ask who you are, or the request was too old. Try once more.',
  'twoFactor.confirm.tooMany':
    'That was many tries in a short time. Please wait {minutes, plural, one {a minute} other {# minutes}}.',
  'twoFactor.confirm.lost':
    'Is the device lost? Ask an owner of the newsroom to reset your passkeys; you then add a new one.',
  'twoFactor.confirm.add':
    'Here you confirm with a passkey, and you have none yet. Add one to your account; its page then leads you back.',
  'twoFactor.confirm.added': 'Your passkey is added. Use it once now, and the desk opens.',
  'twoFactor.confirm.addLink': 'Add a passkey',
  'twoFactor.confirm.stopped':
    'Your passkeys are stopped: a copy of one seems to exist. Ask an owner of the newsroom to reset them; you then add a new one.',
  'twoFactor.due': 'You have no passkey yet. Without one the desk opens to you until',
  'twoFactor.dueLink': 'Add a passkey',
  'twoFactor.first':
    'This can be changed only by an owner who has used a passkey within the last {minutes, plural, one {minute} other {# minutes}}.',
  'twoFactor.firstLink': 'Confirm with a passkey',
  'twoFactor.rule.title': 'Confirming with a passkey',
  'twoFactor.rule.definition':
    'Whoever signs in by mail also uses a passkey before the desk opens, and again after {hours, plural, one {# hour} other {# hours}}. Reading somebody’s mail is then not enough to get in.',
  'twoFactor.rule.off': 'Not asked for: the sign-in mail alone opens the desk.',
  'twoFactor.rule.on': 'Asked of everyone on the staff since',
  'twoFactor.rule.graceUntil': 'Those without a passkey have until',
  'twoFactor.rule.onLink': 'Ask the staff for a passkey',
  'twoFactor.rule.changeLink': 'Change or end this',
  'twoFactor.rule.grace': 'Last day for those without a passkey',
  'twoFactor.rule.graceHint':
    'Until its end the desk opens to them without one, and tells them to add it. At most {days, plural, one {# day} other {# days}} from now; a day that is past gives no time.',
  'twoFactor.rule.submit': 'Ask the staff for a passkey',
  'twoFactor.rule.change': 'Change the last day',
  'twoFactor.rule.endLink': 'Stop asking for a passkey',
  'twoFactor.end.title': 'Stop asking for a passkey',
  'twoFactor.end.definition':
    'The sign-in mail alone opens the desk again. The passkeys stay in their owners’ accounts.',
  'twoFactor.end.submit': 'Stop asking for a passkey',
  'twoFactor.reset.link': 'Reset',
  'twoFactor.reset.title': 'Reset somebody’s passkeys',
  'twoFactor.reset.definition':
    'For {email}, who has {count, plural, =0 {no passkeys} one {# passkey} other {# passkeys}}. They are removed and every session ends; the mailbox is told, and a new passkey can be added after signing in by mail. Be sure that it is they who ask.',
  'twoFactor.reset.submit': 'Reset the passkeys',
  'twoFactor.done.required': 'From now on the staff are asked for a passkey.',
  'twoFactor.done.ended': 'The staff are no longer asked for a passkey.',
  'twoFactor.done.reset': 'The passkeys are removed, and their owner is told by mail.',
  'twoFactor.error.grace': 'Enter a day.',
  'twoFactor.error.graceTooFar': 'That is too late: choose a day within 90 days.',
  'twoFactor.error.unconfirmed':
    'Your confirmation is too long ago. Confirm with a passkey once more; nothing has changed.',
  'twoFactor.error.own': 'These are your own. Remove them in your account.',
  'twoFactor.error.none': 'This person has no passkey any more.',
  'twoFactor.mail.subject': 'Your passkeys at {newsroom} were reset',
  'twoFactor.mail.lead':
    'Your passkeys at {newsroom} were removed by its staff, and you were signed out everywhere. Sign in by mail and add a new passkey.',
  'twoFactor.mail.button': 'Add a passkey',
  'twoFactor.mail.notYou': 'If you did not ask for that, write to {email} at once.',
  'admin.mail.passkeys-reset': 'Passkeys reset',
  'admin.action.passkeys.reset': 'Passkeys reset',
  'admin.action.staff.confirmation_required': 'Staff asked for a passkey',
  'admin.action.staff.confirmation_ended': 'Staff no longer asked for a passkey',
};
