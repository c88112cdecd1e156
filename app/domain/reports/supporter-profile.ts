import type { Money } from '../../kernel/money.ts';
import type { Entitlement } from '../entitlements/entitlement.ts';
import type { MembershipStatus } from '../memberships/membership.ts';
import type { OpenedBy } from '../supporters/session.ts';
import type { Role } from '../supporters/viewer.ts';
import type { PaymentKind } from './income.ts';
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

export type MembershipChangeKind =
  | 'started'
  | 'amount_changed'
  | 'ended'
  | 'cancel_scheduled'
  | 'cancel_undone'
  | 'payment_failed'
  | 'recovered';

/** Something that happened to or with a supporter. */
export type ProfileEvent = { readonly at: Date } & (
  | {
      readonly what: 'membership';
      readonly kind: MembershipChangeKind;
      readonly fromMonthly: Money;
      readonly toMonthly: Money;
    }
  | { readonly what: 'payment'; readonly kind: PaymentKind; readonly amount: Money }
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
  | { readonly what: 'audit'; readonly action: string; readonly actor: string | null }
);

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
  /** The newest first. */
  readonly events: readonly ProfileEvent[];
  /** There is more than what is shown: the oldest were left out. */
  readonly isCut: boolean;
}
