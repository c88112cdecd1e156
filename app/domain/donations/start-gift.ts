import type { Locale } from '../../kernel/locale.ts';
import type { Money } from '../../kernel/money.ts';
import type { Attribution } from '../ports/attribution.ts';

/** What a form that asks for money has brought, parsed. Donations and memberships begin alike. */
export interface StartGiftInput {
  /** The gift itself, the fee cover not included. */
  readonly amount: Money;
  readonly coversFee: boolean;
  readonly locale: Locale;
  readonly country: string | null;
  /** Who is signed in. */
  readonly supporter: { readonly id: string; readonly email: string } | null;
  /** Hash of this browser's key: only it may be signed in afterwards. */
  readonly browserHash: string;
  /** The browser's name for this attempt, so that a second click finds the first row. */
  readonly attemptKey: string | null;
  readonly isAnonymous: boolean;
  /** May the thank-you wall say how much? */
  readonly isAmountShown: boolean;
  readonly displayName: string | null;
  readonly note: string | null;
  /** A path of ours to lead back to. */
  readonly returnTo: string | null;
  readonly attribution: Attribution;
  readonly appUrl: string;
  readonly newsroomName: string;
}

/** currency_gone: the newsroom has stopped to offer it. */
export type StartGiftFailure =
  | 'amount_too_low'
  | 'amount_too_high'
  | 'currency_gone'
  | 'payments_unavailable'
  | 'payments_refused';

/** A second click on a gift that has been paid meanwhile: lead to its thanks, not to another payment. */
export interface AlreadyPaid {
  readonly ok: false;
  readonly reason: 'order_already_paid';
  readonly orderId: string;
}
