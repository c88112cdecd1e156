import type { OptionalTopic } from '../ports/mail.ts';

/**
 * The topics that a reader can do without, in the order in which pages list them. The digest is the
 * staff's: they choose it at the desk.
 */
export const optionalTopics = ['reminders', 'invitations'] as const satisfies OptionalTopic[];

/** Which of the optional mails an address gets. Without a word from its owner: all. */
export type MailPreferences = Readonly<Record<(typeof optionalTopics)[number], boolean>>;

/** Where a wish was spoken: signed in, on the page that a mail leads to, or with the mail program's own button. */
export type PreferencesSource = 'account' | 'link' | 'one_click';
