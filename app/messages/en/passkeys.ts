export const passkeys = {
  'passkeys.use': 'Use a passkey',
  'passkeys.or': 'or by mail',
  'passkeys.signIn.title': 'Signing in with a passkey did not work',
  'passkeys.signIn.refused':
    'This passkey does not open an account here, or the request was too old. Try once more, or let us send you a mail.',
  'passkeys.signIn.tooMany':
    'That was many tries in a short time. Please wait {minutes, plural, one {a minute} other {# minutes}}, or let us send you a mail.',
  'passkeys.signIn.noDevice':
    'The device did not answer. Try once more, or let us send you a mail.',

  'passkeys.title': 'Passkeys',
  'passkeys.lead':
    'With a passkey you sign in by fingerprint, face or the device’s code: no mail to wait for, and nothing that could be stolen from us. The sign-in mail goes on working.',
  'passkeys.yours': 'Your passkeys',
  'passkeys.none': 'You have none yet.',
  'passkeys.added': 'Added {date}',
  'passkeys.lastUsed': 'last used {date}',
  'passkeys.neverUsed': 'not used yet',
  'passkeys.synced': 'on all devices of one account',
  'passkeys.oneDevice': 'on one device',
  'passkeys.suspected':
    'Stopped: a copy of this passkey seems to exist. Remove it, and add a new one.',
  'passkeys.remove': 'Remove',
  'passkeys.removeName': 'Remove {name}',
  'passkeys.add': 'Add a passkey',
  'passkeys.name': 'What to call it',
  'passkeys.nameHint': 'So that you know it again: “My phone”, “Office laptop”.',
  'passkeys.nameTooLong': 'Please keep it under 60 characters.',
  'passkeys.defaultName': 'Passkey on {device}',
  'passkeys.defaultNamePlain': 'Passkey',
  'passkeys.addSubmit': 'Add this device’s passkey',
  'passkeys.needsScript': 'Adding a passkey needs JavaScript, which is off in this browser.',
  'passkeys.unsupported': 'This browser knows no passkeys.',
  'passkeys.notFresh':
    'To add a passkey we must be sure that it is you. Sign in by mail once more; it then works for {minutes} minutes.',
  'passkeys.notFreshSubmit': 'Send me a sign-in mail',
  'passkeys.problem.refused':
    'The passkey could not be added: the request was too old, or the device answered differently than expected. Nothing has changed. Please try again.',
  'passkeys.problem.known': 'This passkey is in your list already.',
  'passkeys.problem.notFresh': 'Your sign-in is too long ago. Nothing has changed.',
  'passkeys.problem.tooMany': 'More than {limit} passkeys can’t be kept. Remove one first.',
  'passkeys.problem.cancelled':
    'The device did not answer, or you stopped it. Nothing has changed.',
  'passkeys.problem.tooOften': 'That was many tries in a short time. Please wait a few minutes.',
  'passkeys.wasAdded': 'The passkey is added. Next time, choose “Use a passkey” to sign in.',
  'passkeys.goOn': 'Go on to where you were going',
  'passkeys.wasRemoved': 'The passkey is removed. It opens nothing here any more.',
  'passkeys.removal.title': 'Remove “{name}”?',
  'passkeys.removal.lead':
    'It won’t sign you in here any more. Your device may still offer it: delete it there as well. You can always sign in by mail.',
  'passkeys.removal.submit': 'Remove this passkey',
  'passkeys.removal.keep': 'Keep it',
  'passkeys.eventSignIn': 'Signed in with a passkey',
  'admin.mail.passkey-added': 'Passkey added',
  'admin.action.passkey.added': 'Passkey added',
  'admin.action.passkey.removed': 'Passkey removed',
  'admin.action.passkey.copy_suspected': 'Passkey stopped: a copy of it may exist',
  'passkeys.sessionsLink': 'Sign in without a mail: passkeys',

  'passkeys.mail.subject': 'A passkey was added to your account at {newsroom}',
  'passkeys.mail.lead':
    'The passkey “{name}” was added to your account at {newsroom} on {date}. From now on it signs in without a mail.',
  'passkeys.mail.button': 'See your passkeys',
  'passkeys.mail.notYou':
    'If that was not you, remove it there at once, sign out everywhere, and write to {email}.',
};
