import type { MailTemplate } from '../ports/mail.ts';
import type { MailWords } from '../ports/mail-samples.ts';

/**
 * The mails whose words the newsroom can choose, and what may stand in braces in each besides
 * {newsroom}. Those that prove who somebody is (sign-in, changes of address, passkeys, erasure) and
 * those to the staff have only the words that they come with: a reader must be able to know them.
 */
export const wordedMails = {
  receipt: ['amount'],
  'membership-welcome': ['tier', 'amount'],
  'renewal-reminder': [],
  'membership-changed': [],
  'membership-paused': [],
  'pause-ending': [],
  'cancellation-scheduled': [],
  'cancellation-undone': [],
  'membership-ended': [],
  'price-change': [],
  'payment-failed': [],
  'payment-confirm': [],
  'payment-reminder': [],
  'payment-last-call': [],
  'membership-closed': [],
  'payment-refunded': [],
  'card-expiring': [],
  'gift-delivery': [],
  'gift-claimed': [],
  'gift-ending': [],
  'gift-unclaimed': [],
  'grant-given': [],
  'grant-ending': [],
  'duplicate-membership-returned': [],
} as const satisfies Partial<Record<MailTemplate, readonly string[]>>;

export type WordedMail = keyof typeof wordedMails;
export const wordedMailNames = Object.keys(wordedMails) as WordedMail[];

export function isWordedMail(template: string): template is WordedMail {
  return Object.hasOwn(wordedMails, template);
}

export function placeholdersOf(template: WordedMail): readonly string[] {
  return ['newsroom', ...wordedMails[template]];
}

/** A saved text, with the version that a form hands back. */
export interface MailText extends MailWords {
  readonly version: string | null;
}

export const noWords: MailText = { subject: '', opening: '', closing: '', version: null };

/** The first thing in braces that this mail does not know, as it was typed; a brace alone counts too. */
export function strayPlaceholder(template: WordedMail, text: string): string | null {
  const known = placeholdersOf(template);
  for (const [typed, name] of text.matchAll(/\{([^{}]*)\}|[{}]/g)) {
    if (name === undefined || !known.includes(name)) return typed;
  }
  return null;
}
