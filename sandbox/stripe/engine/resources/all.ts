import type { Route } from '../router.ts';
import { priceRoutes, productRoutes } from './catalogue.ts';
import { checkoutSessionRoutes } from './checkout-sessions.ts';
import { customerRoutes } from './customers.ts';
import { invoicePaymentRoutes, invoiceRoutes } from './invoices.ts';
import { paymentMethodRoutes, setupIntentRoutes } from './payment-methods.ts';
import { balanceRoutes, chargeRoutes, paymentIntentRoutes } from './payments.ts';
import { accountRoutes, eventRoutes, portalRoutes, webhookEndpointRoutes } from './platform.ts';
import { disputeRoutes, refundRoutes } from './refunds-disputes.ts';
import { subscriptionRoutes } from './subscriptions.ts';

/** Every route of the API that the sandbox answers. */
export const routes: readonly Route[] = [
  ...accountRoutes,
  ...balanceRoutes,
  ...chargeRoutes,
  ...checkoutSessionRoutes,
  ...customerRoutes,
  ...disputeRoutes,
  ...eventRoutes,
  ...invoicePaymentRoutes,
  ...invoiceRoutes,
  ...paymentIntentRoutes,
  ...paymentMethodRoutes,
  ...portalRoutes,
  ...priceRoutes,
  ...productRoutes,
  ...refundRoutes,
  ...setupIntentRoutes,
  ...subscriptionRoutes,
  ...webhookEndpointRoutes,
];
