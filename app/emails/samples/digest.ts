import type { WeeklyDigest } from '../../domain/digest/digest.ts';
import type { SettledIncome } from '../../domain/reports/income.ts';
import { weeklyDigestMail } from '../weekly-digest.ts';
import { money } from '../../kernel/money.ts';
import { facts, type Sample } from './sample.ts';

const settled = (currency: string, of: number): SettledIncome => ({
  currency,
  now: {
    ...{ once: of * 61, recurring: of * 240, refunds: of * -4, disputes: 0 },
    ...{ fees: of * 9, net: of * 288, charges: 214 },
  },
  before: {
    ...{ once: of * 40, recurring: of * 232, refunds: of * -2, disputes: of * -3 },
    ...{ fees: of * 8, net: of * 259, charges: 198 },
  },
});
const moved = (count: number, amountMinor: number) => ({ count, amountMinor });

const digest: Omit<WeeklyDigest, 'articles'> = {
  range: {
    ...{ preset: 'custom', from: '2026-11-16', to: '2026-11-22', compare: 'previous' },
    before: { from: '2026-11-09', to: '2026-11-15' },
    ...{ isRunning: false, unit: 'day', timeZone: 'Europe/Kyiv' },
  },
  settled: [settled('EUR', 1_013), settled('USD', 287)],
  recurring: [
    {
      ...{ currency: 'EUR', start: 812_400, end: 823_900, before: 812_400, memberships: 918 },
      movements: {
        new: moved(14, 14_200),
        reactivation: moved(1, 900),
        expansion: moved(3, 2_400),
        contraction: moved(0, 0),
        churn: moved(6, -6_000),
      },
    },
  ],
  patrons: { now: 918, before: 909 },
  begun: { now: 15, before: 11 },
  ended: { now: 6, before: 4 },
  failedPayments: 7,
  disputes: [
    { id: 'du_1', amount: money(2_500, 'EUR'), dueAt: facts.soon },
    { id: 'du_2', amount: money(1_000, 'USD'), dueAt: facts.later },
  ],
  disputeCount: 4,
};

const headlines = {
  en: ['The mayor’s dredging contract, line by line', 'A night on the ferry', 'Who owns the port?'],
  uk: ['Договір мера про днопоглиблення, рядок за рядком', 'Ніч на поромі', 'Кому належить порт?'],
};

/** Mails to the staff. */
export const digestSamples = {
  'weekly-digest': (t, frame) =>
    weeklyDigestMail(t, {
      ...frame,
      name: facts.name[frame.locale],
      digest: {
        ...digest,
        articles: headlines[frame.locale].map((headline, i) => ({
          ...{
            articleId: facts.id,
            headline,
            path: '/',
            language: frame.locale,
            gifts: 31 - i * 10,
          },
          support: [money(41_200 - i * 9_000, 'EUR'), money(3_000, 'USD')],
        })),
      },
    }),
} satisfies Record<string, Sample>;
