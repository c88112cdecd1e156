import { parseDay } from '../../../kernel/dates.ts';

/** Who acted: anyone (null), the system itself, or one person. */
export type AuditActor = 'system' | { readonly id: string };

/** Which entries a list shows. It is written in the address. Days are the newsroom's, both included. */
export interface AuditFilter {
  readonly actor: AuditActor | null;
  /** 'payment.refund_asked' */
  readonly action: string | null;
  readonly subjectKind: string | null;
  readonly from: string | null;
  readonly until: string | null;
  /** Looked for in the reasons; or the whole id of a subject. */
  readonly text: string | null;
}

export const textLimit = 100;

/** Reads an address. What can't be read is left out; the form shows what holds. */
export function parseAuditFilter(query: URLSearchParams): AuditFilter {
  const text = query.get('text')?.trim().slice(0, textLimit);
  return {
    actor: parseActor(query.get('actor')),
    action: matching(query.get('action'), /^[a-z_]{1,40}\.[a-z_]{1,60}$/),
    subjectKind: matching(query.get('kind'), /^[a-z_]{1,40}$/),
    from: parseDay(query.get('from') ?? ''),
    until: parseDay(query.get('until') ?? ''),
    text: text ? text : null,
  };
}

/** The address part that {@link parseAuditFilter} reads back: "" or "?action=tier.changed". */
export function auditQuery(filter: Partial<AuditFilter>, after?: string): string {
  const query = new URLSearchParams();
  const { actor } = filter;
  if (actor) query.set('actor', actor === 'system' ? actor : actor.id);
  if (filter.action) query.set('action', filter.action);
  if (filter.subjectKind) query.set('kind', filter.subjectKind);
  if (filter.from) query.set('from', filter.from);
  if (filter.until) query.set('until', filter.until);
  if (filter.text) query.set('text', filter.text);
  if (after) query.set('after', after);
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

function parseActor(value: string | null): AuditActor | null {
  if (value === 'system') return value;
  const id = matching(value, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  return id ? { id } : null;
}

function matching(value: string | null, shape: RegExp): string | null {
  return value && shape.test(value) ? value : null;
}
