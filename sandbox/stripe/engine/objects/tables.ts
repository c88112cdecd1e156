import type { BalanceTransaction } from './balance.ts';
import type { Price, Product } from './catalogue.ts';
import type { Charge } from './charge.ts';
import type { CheckoutPlan, CheckoutSession } from './checkout-session.ts';
import type { Customer } from './customer.ts';
import type { Dispute } from './dispute.ts';
import type { Invoice, InvoicePayment } from './invoice.ts';
import type { PaymentIntent } from './payment-intent.ts';
import type { MethodProfile, PaymentMethod } from './payment-method.ts';
import type {
  Delivery,
  EndpointSecret,
  FollowUp,
  PortalSession,
  StripeEvent,
  WebhookEndpoint,
} from './platform.ts';
import type { Refund } from './refund.ts';
import type { SetupIntent } from './setup-intent.ts';
import type { Subscription } from './subscription.ts';

/** Every kind of object that the sandbox keeps, by its `object` field. */
export interface Tables {
  balance_transaction: BalanceTransaction;
  'billing_portal.session': PortalSession;
  charge: Charge;
  'checkout.session': CheckoutSession;
  customer: Customer;
  dispute: Dispute;
  event: StripeEvent;
  invoice: Invoice;
  invoice_payment: InvoicePayment;
  payment_intent: PaymentIntent;
  payment_method: PaymentMethod;
  price: Price;
  product: Product;
  refund: Refund;
  setup_intent: SetupIntent;
  subscription: Subscription;
  webhook_endpoint: WebhookEndpoint;
  'sandbox.checkout_plan': CheckoutPlan;
  'sandbox.delivery': Delivery;
  'sandbox.endpoint_secret': EndpointSecret;
  'sandbox.follow_up': FollowUp;
  'sandbox.method_profile': MethodProfile;
}

export type Kind = keyof Tables;
export type Stored = Tables[Kind];

/** The fields by which lists are narrowed, kept as indexes so that no list scans a whole table. */
export const INDEXES: { [K in Kind]?: Record<string, (object: Tables[K]) => string | null> } = {
  balance_transaction: { source: (entry) => entry.source },
  charge: {
    customer: (charge) => charge.customer,
    payment_intent: (charge) => charge.payment_intent,
  },
  'checkout.session': {
    customer: (session) => session.customer,
    payment_intent: (session) => session.payment_intent,
    subscription: (session) => session.subscription,
  },
  customer: { email: (customer) => customer.email },
  dispute: {
    charge: (dispute) => dispute.charge,
    payment_intent: (dispute) => dispute.payment_intent,
  },
  invoice: {
    customer: (invoice) => invoice.customer,
    subscription: (invoice) => invoice.parent.subscription_details.subscription,
  },
  invoice_payment: {
    invoice: (payment) => payment.invoice,
    payment_intent: (payment) => payment.payment.payment_intent,
  },
  payment_intent: { customer: (intent) => intent.customer },
  payment_method: { customer: (method) => method.customer },
  price: { product: (price) => price.product },
  refund: { charge: (refund) => refund.charge, payment_intent: (refund) => refund.payment_intent },
  setup_intent: {
    customer: (intent) => intent.customer,
    payment_method: (intent) => intent.payment_method,
  },
  subscription: { customer: (subscription) => subscription.customer },
  'sandbox.delivery': {
    event: (delivery) => delivery.event,
    pending: (delivery) => (delivery.status === 'pending' ? 'yes' : null),
  },
  'sandbox.follow_up': { target: (task) => task.target },
};
