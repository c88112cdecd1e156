import type { Money } from '../../kernel/money.ts';

/** What may wait for the staff, the most pressing kind first. */
export const workKinds = [
  'dispute',
  'payment_failed',
  'refund_failed',
  'refund_pending',
  'event',
  'job',
  'difference',
  'mail',
  'order',
  'card',
] as const;
export type WorkKind = (typeof workKinds)[number];

export const workStates = ['open', 'in_hand', 'waiting', 'done'] as const;
/** in_hand: somebody is at it. waiting: for somebody else's answer. done: seen to, though it still stands. */
export type WorkState = (typeof workStates)[number];

export const workNoteLimit = 300;

export interface Named {
  readonly id: string;
  readonly name: string | null;
  readonly email: string;
}

/** One thing that waits. It is read from the truth; only owner, state and note are kept apart. */
export interface WorkItem {
  readonly kind: WorkKind;
  readonly subjectId: string;
  readonly since: Date;
  /** When it should be seen to. */
  readonly dueAt: Date;
  readonly amount: Money | null;
  readonly person: Named | null;
  /** A code or a name that says more: a dispute's reason, an event's type. */
  readonly detail: string | null;
  /** When it is tried again by itself. */
  readonly nextAt: Date | null;
  readonly owner: Named | null;
  readonly state: WorkState;
  readonly note: string | null;
}

export interface WorkFilter {
  readonly kind: WorkKind | null;
  /** Whose it is: somebody's id, or nobody's. */
  readonly owner: string | null;
  /** Null: all but what is done. */
  readonly state: WorkState | null;
}

export const nobody = 'nobody';

export function parseWorkFilter(query: URLSearchParams): WorkFilter {
  const owner = query.get('owner');
  const isOwner =
    owner === nobody || /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(owner ?? '');
  return {
    kind: workKinds.find((kind) => kind === query.get('kind')) ?? null,
    owner: isOwner ? owner : null,
    state: workStates.find((state) => state === query.get('state')) ?? null,
  };
}

export function workQuery(filter: Partial<WorkFilter>, after?: string): string {
  const query = new URLSearchParams();
  if (filter.kind) query.set('kind', filter.kind);
  if (filter.owner) query.set('owner', filter.owner);
  if (filter.state) query.set('state', filter.state);
  if (after) query.set('after', after);
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

/** Where one sees to it, without language prefix. */
export function pathOf({ kind, subjectId, person }: WorkItem): string {
  switch (kind) {
    case 'dispute':
      return `/admin/disputes/${subjectId}`;
    case 'event':
    case 'job':
    case 'mail':
      return '/admin/pipeline';
    case 'difference':
      return '/admin/reconciliation';
    default:
      return person ? `/admin/supporters/${person.id}` : '/admin/payments';
  }
}

/** How many things wait, counted up to a bound. */
export interface Waiting {
  readonly count: number;
  /** There are more than the count says. */
  readonly isMore: boolean;
}
