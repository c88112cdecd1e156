import type { Money } from '../../kernel/money.ts';
import type { Entitlement } from '../entitlements/entitlement.ts';
import type { MembershipStatus } from '../memberships/membership.ts';
import type { Role } from '../supporters/viewer.ts';
import type { ListedMembership } from './listed-supporter.ts';
import type { ListedPayment } from './listed-payment.ts';

export interface ProfileMembership extends ListedMembership {
  readonly id: string;
  readonly status: MembershipStatus;
  readonly createdAt: Date;
  readonly currentPeriodEnd: Date | null;
  readonly pastDueSince: Date | null;
  readonly cancelReason: string | null;
  readonly endedBecause: string | null;
  readonly stripeSubscriptionId: string | null;
}

/** Everything the newsroom knows about one supporter. */
export interface SupporterProfile {
  readonly timeZone: string;
  readonly id: string;
  readonly email: string;
  readonly name: string | null;
  readonly publicName: string | null;
  readonly locale: string;
  readonly country: string | null;
  readonly createdAt: Date;
  readonly emailVerifiedAt: Date | null;
  readonly erasedAt: Date | null;
  /** Everything is with this one now. */
  readonly mergedIntoId: string | null;
  readonly role: Role | null;
  readonly customerIds: readonly string[];
  readonly entitlement: Entitlement;
  readonly memberships: readonly ProfileMembership[];
  readonly payments: readonly ListedPayment[];
  /** Before fees, less refunds and disputes; one for each settlement currency. */
  readonly given: readonly { readonly gross: Money; readonly fee: Money; readonly net: Money }[];
  /** There are more payments than these, the newest. */
  readonly isCut: boolean;
  readonly warnings: readonly ProfileWarning[];
}

/** What somebody at the desk should see first. */
export type ProfileWarning =
  | { readonly what: 'payment_failing'; readonly membershipId: string; readonly since: Date }
  | { readonly what: 'dispute_open'; readonly disputeId: string; readonly dueBy: Date | null }
  | { readonly what: 'mail_failed'; readonly at: Date };
