import type { Money } from '../../kernel/money.ts';

/** A gift that has come through, as its thank-you page tells it. Instants are ISO 8601. */
export interface GivenView {
  readonly state: 'given';
  readonly amount: Money;
  readonly feeCover: Money;
  readonly interval: 'month' | 'year' | null;
  readonly tierName: string | null;
  readonly nextChargeAt: string | null;
  readonly isAnonymous: boolean;
  readonly wasDuplicate: boolean;
  /** Shortened: the page may be looked at over a shoulder. */
  readonly receiptTo: string | null;
  readonly article: { readonly path: string; readonly headline: string } | null;
  /** Null: not open in this browser. */
  readonly extras: { readonly until: string | null } | null;
  /** `mailed`: there was an account already, and a link to it is in the mailbox. */
  readonly signIn: 'signed_in' | 'mailed';
  readonly timeZone: string;
}
