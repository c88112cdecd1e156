import type { Route } from '../router.ts';

export const accountRoutes: Route[] = [
  {
    method: 'GET',
    path: '/v1/account',
    params: [],
    handle: (step) => ({
      id: step.settings.account.id,
      object: 'account',
      business_type: null,
      capabilities: { card_payments: 'active', transfers: 'active' },
      charges_enabled: true,
      country: step.settings.account.country,
      default_currency: step.settings.money.settlementCurrency,
      details_submitted: true,
      email: step.settings.account.email,
      metadata: {},
      payouts_enabled: true,
      requirements: {
        alternatives: [],
        current_deadline: null,
        currently_due: [],
        disabled_reason: null,
        errors: [],
        eventually_due: [],
        past_due: [],
        pending_verification: [],
      },
      type: 'standard',
    }),
  },
];
