/**
 * The part of the Stripe API that the sandbox knows: SDK resource -> 'all' of its methods, or the
 * ones named. What is not listed here is an unknown route to the sandbox.
 */
export const coveredResources: Readonly<Record<string, 'all' | readonly string[]>> = {
  accounts: ['retrieve', 'retrieveCurrent'],
  balance: 'all',
  balanceTransactions: 'all',
  'billingPortal.configurations': 'all',
  'billingPortal.sessions': 'all',
  charges: 'all',
  'checkout.sessions': 'all',
  coupons: 'all',
  customers: [
    'create',
    'retrieve',
    'update',
    'del',
    'list',
    'search',
    'deleteDiscount',
    'listPaymentMethods',
    'retrievePaymentMethod',
  ],
  disputes: 'all',
  events: 'all',
  files: 'all',
  invoiceItems: 'all',
  invoicePayments: 'all',
  invoices: 'all',
  mandates: 'all',
  paymentIntents: [
    'create',
    'retrieve',
    'update',
    'list',
    'search',
    'cancel',
    'capture',
    'confirm',
    'incrementAuthorization',
  ],
  paymentMethods: 'all',
  payouts: 'all',
  prices: 'all',
  products: ['create', 'retrieve', 'update', 'del', 'list', 'search'],
  promotionCodes: 'all',
  refunds: 'all',
  setupIntents: ['create', 'retrieve', 'update', 'list', 'cancel', 'confirm'],
  subscriptionItems: 'all',
  subscriptionSchedules: 'all',
  subscriptions: 'all',
  'testHelpers.testClocks': 'all',
  webhookEndpoints: 'all',
};

/**
 * An expandable field (`string | X`) is described as an id only, unless X is what one of the
 * covered methods answers with, or is named here.
 */
export const alsoExpandable: readonly string[] = ['Discount', 'Plan', 'TaxRate'];
