import { type MailLinkAct, mailLink } from '../../domain/memberships/mail-link.ts';
import type { MailFrame, RenderedMail } from '../mail.ts';
import { money } from '../../kernel/money.ts';
import type { Translate } from '../../messages/translate.ts';

/** One mail written from made-up facts, in the frame's language. */
export type Sample = (t: Translate, frame: MailFrame) => RenderedMail;

/** What samples share, so that all mails of the gallery tell of one person and one membership. */
export const facts = {
  name: { en: 'Maria Horlenko', uk: 'Марія Горленко' },
  otherName: { en: 'Andrii', uk: 'Андрій' },
  tierName: { en: 'Patron', uk: 'Меценат' },
  otherTierName: { en: 'Friend', uk: 'Приятель' },
  cardName: { en: 'Visa ending in 4242', uk: 'Visa, останні цифри 4242' },
  email: 'maria@example.org',
  otherEmail: 'maria.horlenko@example.net',
  amount: money(1_200, 'EUR'),
  yearlyAmount: money(12_000, 'EUR'),
  at: new Date('2026-11-22T23:30:00Z'),
  soon: new Date('2026-12-04T10:00:00Z'),
  later: new Date('2026-12-22T23:30:00Z'),
  id: '0193a5f0-7c3e-7abc-9def-012345678abc',
  /** As long as real ones are. */
  token: 'n4bQgYhMfWWaL-qgxVrQFaO_TxsrC4Is0V1sFbDwCgg',
  code: '042917',
} as const;

/** The frame with the person and the membership that most mails are about. */
export function aboutMembership(frame: MailFrame) {
  return {
    ...frame,
    name: facts.name[frame.locale],
    tierName: facts.tierName[frame.locale],
    amount: facts.amount,
    interval: 'month' as const,
  };
}

/** A signed link as it stands in mails, and as long. */
export function linkTo(act: MailLinkAct, frame: MailFrame): string {
  const { appUrl, locale } = frame;
  return mailLink('sample', { appUrl, locale, act, membershipId: facts.id, now: facts.at });
}
