export const mailPreferences = {
  'mail.footer.why.reminders': 'You get this because we remind this address of what is coming.',
  'mail.footer.why.invitations':
    'You get this because this address has supported us, and we sometimes ask whether you would again.',
  'mail.footer.choose': 'Choose which mails you get, or stop these',

  'mailPreferences.title': 'Your mails',
  'mailPreferences.nav': 'Mails',
  'mailPreferences.leadAccount': 'What we send to {email}, besides what has to be sent.',
  'mailPreferences.leadLink':
    'What we send to the address that got the mail with this link, besides what has to be sent.',
  'mailPreferences.legend': 'Mails you can do without',
  'mailPreferences.topic.reminders': 'Reminders of what is coming',
  'mailPreferences.hint.reminders':
    'Before your card runs out, and before a gift ends or can no longer be opened.',
  'mailPreferences.topic.invitations': 'Invitations to support us again',
  'mailPreferences.hint.invitations': 'A few a year at most, and only if you have given before.',
  'mailPreferences.always':
    'Always sent: sign-in codes, receipts, what you have ordered or changed yourself, what will be charged and when, and when a payment does not go through.',
  'mailPreferences.save': 'Save',
  'mailPreferences.none': 'Stop both',
  'mailPreferences.savedTitle': 'Saved.',
  'mailPreferences.savedAll': 'You get both kinds.',
  'mailPreferences.savedNone':
    'You get neither kind any more. A mail that is already on its way may still arrive.',
  'mailPreferences.saved.reminders': 'You get reminders and no invitations.',
  'mailPreferences.saved.invitations': 'You get invitations and no reminders.',
  'mailPreferences.badTitle': 'This link does not work',
  'mailPreferences.bad':
    'It was probably cut off on its way. Open it again from the mail itself, or sign in: your account has the same choice.',
  'mailPreferences.signIn': 'Sign in',
};
