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
  'articles.view': ['owner', 'editor', 'analyst'],
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
