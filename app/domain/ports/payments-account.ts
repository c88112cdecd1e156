import type { Result } from '../../kernel/result.ts';
import type { PaymentsFailure } from './subscription-facts.ts';

/** The newsroom's own account at the provider. */
export interface AccountFacts {
  readonly accountId: string;
  readonly isLive: boolean;
  /** What the account calls itself; null when it says nothing. */
  readonly name: string | null;
  /** ISO 3166 alpha-2. */
  readonly country: string | null;
  readonly defaultCurrency: string | null;
  readonly canCharge: boolean;
  readonly canPayOut: boolean;
  /** Stripe's words for what it waits for: https://docs.stripe.com/api/accounts/object#account_object-requirements */
  readonly requirementsDue: readonly string[];
  /** Capabilities that were asked for and are not active. */
  readonly missingCapabilities: readonly string[];
}

/** Where the provider calls us. */
export interface EndpointFacts {
  readonly endpointId: string;
  readonly url: string;
  readonly isEnabled: boolean;
  /** Null = the account's default, which may be another than ours. */
  readonly apiVersion: string | null;
  /** `*` stands for all. */
  readonly events: readonly string[];
}

/** What the payment provider is asked for when its connection is looked at. */
export interface AccountPayments {
  /** The version that everything is written for. */
  readonly apiVersion: string;
  readAccount(): Promise<AccountFacts>;
  /** At most a hundred; Stripe allows sixteen. */
  listEndpoints(): Promise<EndpointFacts[]>;
  /** Makes an endpoint of our version. Its secret is told this once. Idempotent per key. */
  addEndpoint(
    input: { readonly url: string; readonly events: readonly string[] },
    idempotencyKey: string,
  ): Promise<Result<{ endpointId: string; secret: string }, PaymentsFailure>>;
  /** Subscribes an endpoint to these events and switches it on. Its secret stays. */
  updateEndpoint(
    endpointId: string,
    events: readonly string[],
    idempotencyKey: string,
  ): Promise<Result<null, PaymentsFailure>>;
}
