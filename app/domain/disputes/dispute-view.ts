import type { DisputeRow } from '../ledger/read-dispute.server.ts';
import type { DisputeCase } from '../ports/payments-disputes.ts';
import type { PaidFor } from '../statements/paid-for.ts';
import type { EvidenceFileField, EvidenceText } from './evidence.ts';

export interface DisputedBy {
  readonly id: string;
  readonly name: string | null;
  readonly email: string;
}

/** A file of an answer, without what is in it. */
export interface DraftFile {
  readonly id: string;
  readonly field: EvidenceFileField;
  readonly filename: string;
  readonly size: number;
  /** Null until Stripe has it. */
  readonly stripeFileId: string | null;
}

export interface Draft {
  readonly texts: Readonly<Record<string, string>>;
  readonly revision: number;
  /** False while what is kept here has not reached Stripe. */
  readonly isAtStripe: boolean;
  readonly submittedAt: Date | null;
  readonly updatedAt: Date;
}

export interface DisputeCaseView {
  readonly dispute: DisputeRow;
  /** Null when Stripe can't be asked now. */
  readonly atStripe: DisputeCase | null;
  readonly person: DisputedBy | null;
  readonly paidFor: PaidFor | null;
  readonly draft: Draft | null;
  readonly files: readonly DraftFile[];
  /** What the form begins with: the draft, or what Stripe has, or else what we know. */
  readonly texts: Readonly<Partial<Record<EvidenceText, string>>>;
  readonly isAnswerable: boolean;
}

export interface ListedDisputeCase extends DisputeRow {
  readonly person: DisputedBy | null;
}
