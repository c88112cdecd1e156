/** Names the document to programs; the version rises when a key changes its meaning or goes. */
export const exportFormat = 'masthead-personal-data';
export const exportVersion = 1;

/** The parts of an export, as its page explains them. */
export const exportKeys = [
  'profile',
  'sessions',
  'signInRequests',
  'emailChanges',
  'passkeys',
  'stripeCustomers',
  'donations',
  'memberships',
  'gifts',
  'grants',
  'payments',
  'receipts',
  'disputes',
  'notes',
  'workNotes',
  'mails',
  'mailPreferences',
  'audit',
] as const;
