import type Stripe from 'stripe';
import type { AccountPayments } from '../../domain/ports/payments-account.ts';
import { attempt } from './classify-error.ts';
import { stripeApiVersion } from './client.server.ts';

type EnabledEvent = Stripe.WebhookEndpointCreateParams.EnabledEvent;

/** The account itself, and the endpoints at which it calls us. */
export function createAccount(stripe: Stripe, isLive: boolean): AccountPayments {
  return {
    apiVersion: stripeApiVersion,
    async readAccount() {
      const account = await stripe.accounts.retrieveCurrent();
      return {
        accountId: account.id,
        isLive,
        name: account.settings?.dashboard.display_name ?? account.business_profile?.name ?? null,
        country: account.country ?? null,
        defaultCurrency: account.default_currency?.toUpperCase() ?? null,
        canCharge: account.charges_enabled,
        canPayOut: account.payouts_enabled,
        requirementsDue: [
          ...new Set([
            ...(account.requirements?.past_due ?? []),
            ...(account.requirements?.currently_due ?? []),
          ]),
        ],
        missingCapabilities: Object.entries(account.capabilities ?? {})
          .filter(([, status]) => status !== 'active')
          .map(([name]) => name),
      };
    },
    async listEndpoints() {
      const { data } = await stripe.webhookEndpoints.list({ limit: 100 });
      return data.map((endpoint) => ({
        endpointId: endpoint.id,
        url: endpoint.url,
        isEnabled: endpoint.status === 'enabled',
        apiVersion: endpoint.api_version,
        events: endpoint.enabled_events,
      }));
    },
    addEndpoint: ({ url, events }, idempotencyKey) =>
      attempt(async () => {
        const made = await stripe.webhookEndpoints.create(
          {
            url,
            // Names come from our own table, which a test holds against the SDK's.
            enabled_events: events as EnabledEvent[],
            api_version: stripeApiVersion,
          },
          { idempotencyKey },
        );
        return { endpointId: made.id, secret: made.secret ?? '' };
      }),
    updateEndpoint: (id, events, idempotencyKey) =>
      attempt(async () => {
        await stripe.webhookEndpoints.update(
          id,
          { enabled_events: events as EnabledEvent[], disabled: false },
          { idempotencyKey },
        );
        return null;
      }),
  };
}
