/** One entry of the audit log, as it is listed. */
export interface ListedAuditEntry {
  readonly id: string;
  readonly at: Date;
  /** Null: the system itself. A person without an address has been erased. */
  readonly actor: { readonly id: string; readonly label: string | null } | null;
  readonly action: string;
  readonly subject: { readonly kind: string; readonly id: string; readonly path: string | null };
  readonly changes: readonly FieldChange[];
  /** What else was noted, field by field. */
  readonly facts: readonly { readonly field: string; readonly value: string }[];
  readonly reason: string | null;
  readonly address: string | null;
  readonly userAgent: string | null;
}

/** A field as it was and as it is; null where there was, or is, none. */
export interface FieldChange {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

type Fields = Readonly<Record<string, unknown>>;

/** What differs between two states, field by field, nested ones named by their path ("heading.uk"). */
export function changesOf(before: Fields | null, after: Fields | null): FieldChange[] {
  const was = new Map(flatten(before));
  const is = new Map(flatten(after));
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((field) => ({ field, before: was.get(field) ?? null, after: is.get(field) ?? null }))
    .filter((change) => change.before !== change.after);
}

/** Facts of an entry in the order they were written. */
export function factsOf(detail: Fields): { field: string; value: string }[] {
  return flatten(detail).map(([field, value]) => ({ field, value }));
}

function flatten(fields: Fields | null, prefix = ''): [string, string][] {
  return Object.entries(fields ?? {}).flatMap(([name, value]): [string, string][] => {
    const field = prefix === '' ? name : `${prefix}.${name}`;
    if (value === null || value === undefined || value === '') return [];
    if (Array.isArray(value)) {
      return value.length === 0 ? [] : [[field, value.map(plain).join(', ')]];
    }
    if (typeof value === 'object') return flatten({ ...value }, field);
    return [[field, plain(value)]];
  });
}

function plain(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Where the desk shows a subject, without language prefix; null when it has no page of its own. */
export function subjectPath(kind: string, id: string): string | null {
  const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
  const rooms: Readonly<Record<string, string>> = isId
    ? {
        supporter: `/admin/supporters/${id}`,
        ask: `/admin/asks/${id}`,
        campaign: `/admin/campaigns/${id}`,
        segment: `/admin/segments/${id}`,
        offer: '/admin/offers',
        grant: '/admin/grants',
        staff_invitation: '/admin/staff',
      }
    : {};
  return Object.hasOwn(rooms, kind) ? (rooms[kind] ?? null) : null;
}
