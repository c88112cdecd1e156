import type { Route } from '../router.ts';
import { balanceRoutes, payoutRoutes } from './balance.ts';
import { priceRoutes, productRoutes } from './catalogue.ts';
import { checkoutSessionRoutes } from './checkout-sessions.ts';
import { couponRoutes } from './coupons.ts';
import { customerRoutes } from './customers.ts';
import { eventRoutes } from './events.ts';
import { fileRoutes } from './files.ts';
import { invoiceItemRoutes } from './invoice-items.ts';
import { invoicePaymentRoutes, invoiceRoutes } from './invoices.ts';
import { paymentMethodRoutes } from './payment-methods.ts';
import { chargeRoutes, paymentIntentRoutes } from './payments.ts';
import { accountRoutes } from './platform.ts';
import { portalRoutes } from './portal.ts';
import { promotionCodeRoutes } from './promotion-codes.ts';
import { disputeRoutes, refundRoutes } from './refunds-disputes.ts';
import { setupIntentRoutes } from './setup-intents.ts';
import { scheduleRoutes } from './subscription-schedules.ts';
import { subscriptionRoutes } from './subscriptions.ts';
import { testClockRoutes } from './test-clocks.ts';
import { webhookEndpointRoutes } from './webhook-endpoints.ts';

/** Every route of the API that the sandbox answers. */
export const routes: readonly Route[] = [
  ...accountRoutes,
  ...balanceRoutes,
  ...chargeRoutes,
  ...checkoutSessionRoutes,
  ...couponRoutes,
  ...customerRoutes,
  ...disputeRoutes,
  ...eventRoutes,
  ...fileRoutes,
  ...invoiceItemRoutes,
  ...invoicePaymentRoutes,
  ...invoiceRoutes,
  ...paymentIntentRoutes,
  ...paymentMethodRoutes,
  ...payoutRoutes,
  ...portalRoutes,
  ...priceRoutes,
  ...productRoutes,
  ...promotionCodeRoutes,
  ...refundRoutes,
  ...scheduleRoutes,
  ...setupIntentRoutes,
  ...subscriptionRoutes,
  ...testClockRoutes,
  ...webhookEndpointRoutes,
];
