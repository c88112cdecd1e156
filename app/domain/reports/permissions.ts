import type { Role } from '../supporters/viewer.ts';

/**
 * Who may do what in the admin's rooms: one table, read by every route and by the navigation.
 *
 * Everyone on the staff sees the whole picture and can answer a reader's letter. Files full of
 * personal data leave the house only with those who must work with them; the state of the system
 * and the newsroom's identity are for those who run it.
 */
export const permissions = {
  'report.view': ['owner', 'editor', 'analyst'],
  'report.export': ['owner', 'editor', 'analyst'],
  'supporters.view': ['owner', 'editor', 'analyst'],
  'supporters.export': ['owner', 'analyst'],
  'supporters.identity': ['owner'],
  'payments.view': ['owner', 'editor', 'analyst'],
  'payments.export': ['owner', 'analyst'],
  /** The list of what waits for somebody. */
  'today.view': ['owner', 'editor', 'analyst'],
  'today.act': ['owner', 'editor'],
  'disputes.act': ['owner', 'editor'],
  /** Views and segments that are kept for everyone. */
  'views.save': ['owner', 'editor', 'analyst'],
  /** Money back, and acts on somebody's membership. */
  'payments.refund': ['owner', 'editor'],
  'memberships.act': ['owner', 'editor'],
  'supporters.note': ['owner', 'editor'],
  'supporters.mail': ['owner', 'editor'],
  'supporters.erase': ['owner'],
  'articles.view': ['owner', 'editor', 'analyst'],
  'articles.act': ['owner', 'editor'],
  /** What the newsroom asks of its readers, and for how much. */
  'tiers.act': ['owner'],
  'amounts.view': ['owner', 'editor', 'analyst'],
  'amounts.act': ['owner'],
  'asks.view': ['owner', 'editor', 'analyst'],
  'asks.act': ['owner', 'editor'],
  'campaigns.view': ['owner', 'editor', 'analyst'],
  'campaigns.act': ['owner', 'editor'],
  'mailTexts.view': ['owner', 'editor'],
  'mailTexts.act': ['owner', 'editor'],
  'settings.act': ['owner'],
  'connections.view': ['owner', 'editor'],
  'connections.act': ['owner'],
  'staff.view': ['owner'],
  'staff.act': ['owner'],
  'audit.view': ['owner'],
  'audit.export': ['owner'],
  'tiers.view': ['owner', 'editor', 'analyst'],
  'offers.view': ['owner', 'editor', 'analyst'],
  'offers.act': ['owner'],
  'grants.view': ['owner', 'editor'],
  'grants.act': ['owner', 'editor'],
  'wall.view': ['owner', 'editor', 'analyst'],
  'wall.act': ['owner', 'editor'],
  'settings.view': ['owner', 'editor'],
  'pipeline.view': ['owner', 'editor'],
  'pipeline.act': ['owner', 'editor'],
  'reconciliation.view': ['owner', 'editor', 'analyst'],
  'reconciliation.act': ['owner', 'editor'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissions;

/** The roles that hold a permission, for a guard. */
export function rolesWith(permission: Permission): Role[] {
  return [...permissions[permission]];
}

export function may(role: Role | null, permission: Permission): boolean {
  const holders: readonly Role[] = permissions[permission];
  return role !== null && holders.includes(role);
}
