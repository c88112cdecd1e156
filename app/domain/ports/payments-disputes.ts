import type { Money } from '../../kernel/money.ts';
import type { Result } from '../../kernel/result.ts';

/** A dispute as the provider has it, with what was written in answer to it. */
export interface DisputeCase {
  readonly disputeId: string;
  readonly chargeId: string;
  /** https://docs.stripe.com/api/disputes/object#dispute_object-status */
  readonly status: string;
  /** https://docs.stripe.com/disputes/categories */
  readonly reason: string;
  /** The card network's own code for the reason; null when it gave none. */
  readonly networkReason: string | null;
  readonly amount: Money;
  readonly dueBy: Date | null;
  readonly submissionCount: number;
  /** An inquiry ends when the payment is given back. */
  readonly isRefundable: boolean;
  /** Texts by the provider's names; what is empty is left out. */
  readonly texts: Readonly<Record<string, string>>;
  /** Ids of files by the provider's names. */
  readonly files: Readonly<Record<string, string>>;
}

export interface EvidenceFile {
  /** Our row's id: sending it again makes no second file. */
  readonly fileId: string;
  readonly filename: string;
  readonly type: string;
  readonly content: Buffer;
}

/** try_later: not reachable, or asked to wait. refused: it can't be answered (any more), or not like this. */
export type DisputeFailure = 'try_later' | 'refused';

export interface DisputePayments {
  readDispute(disputeId: string): Promise<Result<DisputeCase, DisputeFailure>>;
  /** @returns the provider's id of the file. */
  uploadEvidence(file: EvidenceFile): Promise<Result<string, DisputeFailure>>;
  /**
   * Keeps evidence with the dispute; with `submit` it goes to the bank and can't be changed.
   * A field that is not named stays as it was; none can be emptied. The key is made from our row.
   */
  saveEvidence(input: {
    readonly disputeId: string;
    readonly evidence: Readonly<Record<string, string>>;
    readonly submit: boolean;
    readonly idempotencyKey: string;
  }): Promise<Result<DisputeCase, DisputeFailure>>;
  /** Accepts a dispute as lost. There is no way back. */
  closeDispute(disputeId: string): Promise<Result<DisputeCase, DisputeFailure>>;
}
