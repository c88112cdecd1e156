import type { MailTemplate } from '../ports/mail.ts';

/** Times in a day that one mail may be sent once more. */
export const mostAgainADay = 3;

/**
 * What may go out again: it tells what stays true, and holds nothing that lets somebody in. What a
 * day or a state is over for is not written twice.
 */
const safeTwice: readonly MailTemplate[] = [
  'receipt',
  'payment-refunded',
  'membership-welcome',
  'membership-changed',
  'gift-delivery',
  'gift-claimed',
  'grant-given',
  'duplicate-membership-returned',
];

export function mayGoAgain(mail: { readonly template: string; readonly status: string }): boolean {
  return (
    safeTwice.some((template) => template === mail.template) &&
    ['sent', 'failed', 'dismissed'].includes(mail.status)
  );
}

/** Stands between the row that a mail is about and the how-manieth sending it is. */
const mark = '#';

/** The row that a mail is about, whichever sending of it this is. */
export function subjectOf(subjectId: string): string {
  return subjectId.split(mark)[0] ?? subjectId;
}

/** @param sending 1 = the first time that it goes again */
export function subjectAgain(subjectId: string, sending: number): string {
  return `${subjectOf(subjectId)}${mark}${sending}`;
}
