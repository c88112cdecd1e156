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
      charges_enabled: true,
      country: step.settings.account.country,
      default_currency: step.settings.money.settlementCurrency,
      details_submitted: true,
      email: step.settings.account.email,
      metadata: {},
      payouts_enabled: true,
      type: 'standard',
    }),
  },
];
