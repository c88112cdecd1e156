import type { Money } from '../../../kernel/money.ts';
import type { OpenedBy } from '../../supporters/session.ts';
import type { PaymentKind } from '../income.ts';
import { oneOf } from '../payment-filter.ts';

export const eventSorts = ['payments', 'membership', 'mails', 'sign_ins', 'notes', 'acts'] as const;
/** acts: what the audit log has about the person, whoever did it. */
export type EventSort = (typeof eventSorts)[number];

export type MembershipChangeKind =
  | 'started'
  | 'amount_changed'
  | 'ended'
  | 'cancel_scheduled'
  | 'cancel_undone'
  | 'payment_failed'
  | 'recovered';

/** Something that happened to or with a supporter. */
export type TimelineEvent = { readonly at: Date } & (
  | {
      readonly what: 'membership';
      readonly kind: MembershipChangeKind;
      readonly fromMonthly: Money;
      readonly toMonthly: Money;
    }
  | {
      readonly what: 'payment';
      readonly kind: PaymentKind;
      readonly amount: Money;
      readonly paymentId: string;
    }
  | {
      readonly what: 'order';
      readonly status: 'pending' | 'processing' | 'failed' | 'expired';
      readonly amount: Money;
    }
  | {
      readonly what: 'mail';
      readonly template: string;
      readonly status: 'queued' | 'sending' | 'sent' | 'failed' | 'muted';
    }
  | { readonly what: 'sign_in'; readonly openedBy: OpenedBy }
  | { readonly what: 'note'; readonly words: string; readonly author: string | null }
  | {
      readonly what: 'act';
      readonly action: string;
      readonly actor: string | null;
      readonly isOwn: boolean;
      readonly reason: string | null;
    }
);

export interface TimelineQuestion {
  readonly sort: EventSort | null;
  /** Only what happened before it. */
  readonly before: Date | null;
}

export interface TimelinePage {
  /** The newest first. */
  readonly events: readonly TimelineEvent[];
  /** Where the next page begins; null when this is the last one. */
  readonly next: Date | null;
}

export function parseTimelineQuestion(query: URLSearchParams): TimelineQuestion {
  const before = new Date(query.get('before') ?? '');
  return {
    sort: oneOf(eventSorts, query.get('kind')),
    before: Number.isNaN(before.getTime()) ? null : before,
  };
}

/** As an address holds it: '' or "?kind=…". */
export function timelineQuery({ sort, before }: TimelineQuestion): string {
  const query = new URLSearchParams();
  if (sort) query.set('kind', sort);
  if (before) query.set('before', before.toISOString());
  return query.size > 0 ? `?${query.toString()}` : '';
}

/**
 * The newest of what each sort has, `limit` of them and whatever happened in the same instant as the
 * last one: the next page begins before that instant.
 */
export function pageOf(events: readonly TimelineEvent[], limit: number): TimelinePage {
  const sorted = [...events].sort((a, b) => b.at.getTime() - a.at.getTime());
  const last = sorted[limit - 1];
  if (!last) return { events: sorted, next: null };
  const shown = sorted.filter(({ at }) => at >= last.at);
  return { events: shown, next: shown.length < sorted.length ? last.at : null };
}
