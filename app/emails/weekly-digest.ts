import type { WeeklyDigest } from '../domain/digest/digest.ts';
import type { IncomeLines } from '../domain/reports/income.ts';
import { movementKinds } from '../domain/reports/recurring-revenue.ts';
import type { Count } from '../domain/reports/count.ts';
import type { RecurringRevenue } from '../domain/reports/supporter-report.ts';
import type { CurrencyCode } from '../kernel/currencies.ts';
import { formatDay, formatMoney } from '../kernel/format.ts';
import { intlTags, localPath } from '../kernel/locale.ts';
import { money } from '../kernel/money.ts';
import type { Translate } from '../messages/translate.ts';
import { composeMail, greeting } from './compose-mail.ts';
import type { Block, Fact, MailFrame, RenderedMail } from './mail.ts';

export interface WeeklyDigestView extends MailFrame {
  readonly name: string | null;
  readonly digest: WeeklyDigest;
}

/** The newsroom's week in figures, each leading to the desk, and what needs a hand. */
export function weeklyDigestMail(t: Translate, view: WeeklyDigestView): RenderedMail {
  const { locale, digest } = view;
  const { range } = digest;
  const day = (text: string) => formatDay(new Date(`${text}T00:00:00Z`), locale, 'UTC');
  const week = { from: day(range.from), to: day(range.to) };
  const days = `from=${range.from}&to=${range.to}`;
  const link = (label: string, path: string): Block => ({
    ...{ kind: 'link', label, href: view.appUrl + localPath(locale, path) },
  });
  return composeMail(t, view, {
    subject: t('digest.mail.subject', { newsroom: view.newsroom.name, ...week }),
    blocks: [
      greeting(t, view.name),
      { kind: 'paragraph', text: t('digest.mail.lead', { newsroom: view.newsroom.name, ...week }) },
      ...incomeBlocks(t, view),
      link(t('digest.mail.overview'), `/admin?${days}`),
      { kind: 'subheading', text: t('digest.mail.patrons') },
      { kind: 'facts', rows: patronRows(t, view) },
      { kind: 'small', text: t('digest.mail.patronsDefinition') },
      link(t('digest.mail.recurring'), `/admin/recurring?${days}`),
      { kind: 'subheading', text: t('digest.mail.work') },
      ...workBlocks(t, view),
      link(t('digest.mail.today'), '/admin/today'),
      { kind: 'subheading', text: t('digest.mail.articles') },
      ...articleBlocks(t, view),
    ],
  });
}

/** Stripe's own sums, one part for each currency that it settles in. */
function incomeBlocks(t: Translate, { digest, locale }: WeeklyDigestView): Block[] {
  if (digest.settled.length === 0) return [{ kind: 'paragraph', text: t('digest.mail.noIncome') }];
  const parts = digest.settled.flatMap(({ currency, now, before }): Block[] => {
    const row = (term: string, of: (lines: IncomeLines) => number): Fact => ({
      term,
      value: t('digest.mail.against', {
        value: formatMoney(money(of(now), currency), locale, { cents: 'always' }),
        before: formatMoney(money(of(before), currency), locale, { cents: 'always' }),
      }),
    });
    return [
      { kind: 'subheading', text: t('digest.mail.incomeIn', { currency }) },
      {
        kind: 'facts',
        rows: [
          row(t('digest.mail.gross'), ({ once, recurring }) => once + recurring),
          row(t('digest.mail.refunds'), ({ refunds }) => refunds),
          row(t('digest.mail.disputesLine'), ({ disputes }) => disputes),
          row(t('digest.mail.fees'), ({ fees }) => 0 - fees),
          row(t('digest.mail.net'), ({ net }) => net),
        ],
      },
    ];
  });
  return [...parts, { kind: 'small', text: t('digest.mail.incomeDefinition') }];
}

function patronRows(t: Translate, view: WeeklyDigestView): Fact[] {
  const { digest, locale } = view;
  const count = (value: number) => new Intl.NumberFormat(intlTags[locale]).format(value);
  const row = (term: string, { now, before }: Count): Fact => ({
    term,
    value: t('digest.mail.against', { value: count(now), before: count(before) }),
  });
  return [
    row(t('digest.mail.patronsNow'), digest.patrons),
    row(t('digest.mail.begun'), digest.begun),
    row(t('digest.mail.ended'), digest.ended),
    ...digest.recurring.map((revenue) => ({
      term: t('digest.mail.mrrIn', { currency: revenue.currency }),
      value: movementLines(t, view, revenue),
    })),
  ];
}

/** Where it stands, and under it what moved it there. */
function movementLines(t: Translate, { locale }: WeeklyDigestView, revenue: RecurringRevenue) {
  const { currency, start, end, movements } = revenue;
  const say = (minor: number) => sum(minor, currency, locale);
  const moved = movementKinds
    .map((kind) => ({ kind, minor: movements[kind].amountMinor }))
    .filter(({ minor }) => minor !== 0)
    .map(({ kind, minor }) =>
      t('digest.mail.movement', { kind: t(`digest.mail.movement.${kind}`), sum: say(minor) }),
    );
  return [t('digest.mail.against', { value: say(end), before: say(start) }), ...moved].join('\n');
}

function sum(minor: number, currency: CurrencyCode, locale: WeeklyDigestView['locale']): string {
  return formatMoney(money(minor, currency), locale, { cents: 'always' });
}

function workBlocks(t: Translate, { digest, locale, newsroom }: WeeklyDigestView): Block[] {
  const { failedPayments, disputes, disputeCount } = digest;
  if (failedPayments + disputeCount === 0) {
    return [{ kind: 'paragraph', text: t('digest.mail.noWork') }];
  }
  const failed: Fact[] =
    failedPayments > 0
      ? [
          {
            term: t('digest.mail.failed'),
            value: t('digest.mail.failedCount', { count: failedPayments }),
          },
        ]
      : [];
  const told = disputes.map(({ amount, dueAt }): Fact => ({
    term: t('digest.mail.dispute'),
    value: [
      amount ? formatMoney(amount, locale, { cents: 'always' }) : null,
      dueAt
        ? t('digest.mail.disputeDue', { date: formatDay(dueAt, locale, newsroom.timeZone) })
        : null,
    ]
      .filter((part) => part !== null)
      .join(', '),
  }));
  const more = disputeCount - disputes.length;
  return [
    { kind: 'facts', rows: [...failed, ...told] },
    ...(more > 0
      ? [{ kind: 'small' as const, text: t('digest.mail.moreDisputes', { count: more }) }]
      : []),
  ];
}

function articleBlocks(t: Translate, view: WeeklyDigestView): Block[] {
  const { digest, locale, appUrl } = view;
  if (digest.articles.length === 0)
    return [{ kind: 'paragraph', text: t('digest.mail.noArticles') }];
  const { from, to } = digest.range;
  return digest.articles.flatMap(({ articleId, headline, gifts, support }): Block[] => [
    {
      kind: 'facts',
      rows: [
        {
          term: headline,
          value: [
            t('digest.mail.gifts', { count: gifts }),
            ...support.map((one) => formatMoney(one, locale, { cents: 'always' })),
          ].join(', '),
        },
      ],
    },
    {
      kind: 'link',
      label: t('digest.mail.articlePayments', { headline }),
      href: `${appUrl}${localPath(locale, '/admin/payments')}?${new URLSearchParams({ from, to, article: articleId }).toString()}`,
    },
  ]);
}
