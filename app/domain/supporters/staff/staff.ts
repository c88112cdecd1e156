import type { Locale } from '../../../kernel/locale.ts';
import type { Role } from '../viewer.ts';

/** For how long an invitation can be accepted. */
export const invitationDays = 7;
export const staffReasonLimit = 500;

export interface StaffMember {
  readonly supporterId: string;
  readonly email: string;
  readonly name: string | null;
  readonly role: Role;
  readonly grantedAt: Date;
  readonly lastSeenAt: Date | null;
  readonly passkeys: number;
}

export interface OpenInvitation {
  readonly id: string;
  readonly email: string;
  readonly role: Role;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly isExpired: boolean;
}

export interface StaffList {
  readonly members: readonly StaffMember[];
  readonly invitations: readonly OpenInvitation[];
}

/** What the mail and the link's page say of an invitation. */
export interface Invitation {
  readonly id: string;
  readonly supporterId: string;
  readonly email: string;
  readonly role: Role;
  readonly locale: Locale;
  readonly expiresAt: Date;
  readonly state: 'live' | 'used' | 'expired';
}
