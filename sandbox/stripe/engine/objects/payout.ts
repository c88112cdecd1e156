import type { Metadata } from '../params.ts';

export type Payout = ReturnType<typeof newPayout>;

export type PayoutStatus = 'canceled' | 'failed' | 'in_transit' | 'paid' | 'pending';

/** Why a bank sent money back (https://docs.stripe.com/api/payouts/failures). */
export const PAYOUT_FAILURES = {
  account_closed: 'The bank account has been closed.',
  account_frozen: 'The bank account has been frozen.',
  bank_account_restricted: 'The bank account has restrictions on the type of transfers allowed.',
  could_not_process: 'The bank could not process this transfer.',
  declined: 'The bank has declined this transfer.',
  incorrect_account_holder_name: 'The bank notified us that the account holder name is incorrect.',
  invalid_account_number: 'The routing number seems correct, but the account number is invalid.',
  no_account: 'The bank account details are probably incorrect. No account could be located.',
} as const;

export type PayoutFailure = keyof typeof PAYOUT_FAILURES;

export function newPayout(
  id: string,
  created: number,
  fields: {
    /** Minor units that leave for the bank. */
    amount: number;
    currency: string;
    arrivalDate: number;
    automatic: boolean;
    description: string | null;
    metadata: Metadata;
    statementDescriptor: string | null;
  },
) {
  return {
    id,
    object: 'payout' as const,
    amount: fields.amount,
    application_fee: null,
    application_fee_amount: null,
    arrival_date: fields.arrivalDate,
    automatic: fields.automatic,
    balance_transaction: null as string | null,
    created,
    currency: fields.currency,
    description: fields.description,
    destination: bankAccountOf(fields.currency) as string | null,
    failure_balance_transaction: null as string | null,
    failure_code: null as PayoutFailure | null,
    failure_message: null as string | null,
    livemode: false,
    metadata: fields.metadata,
    method: 'standard',
    original_payout: null,
    payout_method: null,
    reconciliation_status: (fields.automatic ? 'in_progress' : 'not_applicable') as
      'completed' | 'in_progress' | 'not_applicable',
    reversed_by: null,
    source_type: 'card',
    statement_descriptor: fields.statementDescriptor,
    status: (fields.automatic ? 'in_transit' : 'pending') as PayoutStatus,
    trace_id: { status: 'pending', value: null as string | null },
    type: 'bank_account' as const,
  };
}

/** The account's one bank account of each currency. */
export function bankAccountOf(currency: string): string {
  return `ba_1SandboxAccount${currency.toUpperCase()}0000`;
}

/** What an automatic payout is made of, its own transaction included; the API shows it as a list only. */
export interface PayoutContent {
  id: string;
  object: 'sandbox.payout_content';
  created: number;
  transactions: string[];
}

export function contentId(payout: string): string {
  return `content_${payout}`;
}
