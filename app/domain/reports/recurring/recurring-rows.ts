import type { CurrencyCode } from '../../../kernel/currencies.ts';
import { money } from '../../../kernel/money.ts';
import { amountCell, textCell } from '../csv-cell.ts';
import { type MovementKind, type Movements, movementKinds } from '../recurring-revenue.ts';
import type { RecurringReport } from './recurring-report.ts';
import type { RetentionReport } from './retention.ts';

/** A figure in each row: where it belongs, its span, and its unit. `count` has no currency. */
export const recurringColumns = [
  'part',
  'figure',
  'from',
  'to',
  'subject',
  'currency',
  'count',
  'amount',
] as const;

const amount = (minor: number, currency: CurrencyCode) => amountCell(money(minor, currency));

/** Every table of the page of recurring revenue, one after the other. */
export function* recurringRows(report: RecurringReport): Generator<string[]> {
  const { range } = report;
  const span = [range.from, range.to];
  for (const { currency, steps, ...whole } of report.currencies) {
    yield* revenueRows('revenue', span, currency, whole);
    if (range.before && whole.movementsBefore) {
      const before = [range.before.from, range.before.to];
      yield* movementRows('revenue', before, currency, whole.movementsBefore);
      yield ['revenue', 'end', ...before, '', currency, '', amount(whole.before ?? 0, currency)];
    }
    for (const step of steps) {
      yield* revenueRows(`revenue_by_${range.unit}`, [step.from, step.to], currency, step);
    }
  }
  for (const tier of report.tiers) {
    const subject = textCell(`${tier.tierSlug}/${tier.interval}`);
    for (const figure of ['standing', 'begun', 'ended'] as const) {
      yield ['tiers', figure, ...span, subject, tier.currency, String(tier[figure]), ''];
    }
    yield [
      'tiers',
      'revenue',
      ...span,
      subject,
      tier.currency,
      '',
      amount(tier.amountMinor, tier.currency),
    ];
  }
  for (const { currency, failingNow, ...told } of report.failures.currencies) {
    yield [
      'failures',
      'failing_now',
      '',
      '',
      '',
      currency,
      String(failingNow.count),
      amount(failingNow.amountMinor, currency),
    ];
    yield [
      'failures',
      'open_now',
      '',
      '',
      '',
      currency,
      '',
      amount(failingNow.openMinor, currency),
    ];
    for (const figure of ['failed', 'recovered', 'lost'] as const) {
      const { count, amountMinor } = told[figure];
      yield [
        'failures',
        figure,
        ...span,
        '',
        currency,
        String(count),
        amount(amountMinor, currency),
      ];
    }
  }
}

interface Revenue {
  readonly start: number;
  readonly end: number;
  readonly memberships: number;
  readonly movements: Movements;
}

function* revenueRows(
  part: string,
  span: readonly string[],
  currency: CurrencyCode,
  { start, end, memberships, movements }: Revenue,
): Generator<string[]> {
  yield [part, 'start', ...span, '', currency, '', amount(start, currency)];
  yield* movementRows(part, span, currency, movements);
  yield [part, 'end', ...span, '', currency, String(memberships), amount(end, currency)];
}

function* movementRows(
  part: string,
  span: readonly string[],
  currency: CurrencyCode,
  movements: Movements,
): Generator<string[]> {
  for (const kind of movementKinds satisfies readonly MovementKind[]) {
    const { count, amountMinor } = movements[kind];
    yield [part, kind, ...span, '', currency, String(count), amount(amountMinor, currency)];
  }
}

/** Every table of the page of retention. `from` and `to` of a cohort are its joining month and the month told of. */
export function* retentionRows(report: RetentionReport): Generator<string[]> {
  const { range, measure } = report;
  for (const { joined, size, left } of report.cohorts) {
    const cell = (value: number) =>
      measure === 'people' ? ['', String(value), ''] : [measure, '', amount(value, measure)];
    yield ['cohorts', 'joined', joined, joined, '', ...cell(size)];
    for (const [after, value] of left.entries()) {
      yield ['cohorts', 'left', joined, '', `month ${after}`, ...cell(value)];
    }
  }
  for (const { month, peopleAtStart, peopleLeft, currencies } of report.churn) {
    yield ['churn', 'people_at_start', month, month, '', '', String(peopleAtStart), ''];
    yield ['churn', 'people_left', month, month, '', '', String(peopleLeft), ''];
    for (const { currency, ...sums } of currencies) {
      for (const figure of ['start', 'lost', 'expansion'] as const) {
        yield ['churn', figure, month, month, '', currency, '', amount(sums[figure], currency)];
      }
    }
  }
  for (const reason of report.reasons) {
    const subject = textCell([reason.endedBecause, reason.cancelCode].filter(Boolean).join('/'));
    const { currency, count, amountMinor } = reason;
    yield [
      'reasons',
      'ended',
      range.from,
      range.to,
      subject,
      currency,
      String(count),
      amount(amountMinor, currency),
    ];
  }
  const { months, peopleLeft, peopleMonths, values } = report.lifetime;
  const span = [months.first, months.last];
  yield ['lifetime_value', 'people_left', ...span, '', '', String(peopleLeft), ''];
  yield ['lifetime_value', 'people_months', ...span, '', '', String(peopleMonths), ''];
  for (const { currency, netMinor, membershipMonths, monthlyNetMinor, valueMinor } of values) {
    yield ['lifetime_value', 'net', ...span, '', currency, '', amount(netMinor, currency)];
    yield [
      'lifetime_value',
      'membership_months',
      ...span,
      '',
      currency,
      String(membershipMonths),
      '',
    ];
    if (monthlyNetMinor !== null) {
      yield [
        'lifetime_value',
        'net_per_month',
        ...span,
        '',
        currency,
        '',
        amount(monthlyNetMinor, currency),
      ];
    }
    if (valueMinor !== null) {
      yield ['lifetime_value', 'value', ...span, '', currency, '', amount(valueMinor, currency)];
    }
  }
}
