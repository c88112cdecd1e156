import type { BalanceTransaction, UnpaidEntry } from './balance.ts';
import type { Price, Product } from './catalogue.ts';
import type { Charge } from './charge.ts';
import type { CheckoutPlan, CheckoutSession } from './checkout-session.ts';
import type { Coupon, Discount, PromotionCode } from './coupon.ts';
import type { Customer } from './customer.ts';
import type { Dispute } from './dispute.ts';
import type { StoredFile } from './file.ts';
import type { Invoice, InvoicePayment } from './invoice.ts';
import type { InvoiceItem } from './invoice-item.ts';
import type { PaymentIntent } from './payment-intent.ts';
import type { MethodProfile, PaymentMethod } from './payment-method.ts';
import type { Payout, PayoutContent } from './payout.ts';
import type {
  Delivery,
  EndpointSecret,
  FollowUp,
  StripeEvent,
  WebhookEndpoint,
} from './platform.ts';
import type { PortalConfiguration, PortalSession } from './portal.ts';
import type { Refund } from './refund.ts';
import type { SetupIntent } from './setup-intent.ts';
import type { SubscriptionSchedule } from './schedule.ts';
import type { Subscription } from './subscription.ts';
import type { TestClock } from './test-clock.ts';

/** Every kind of object that the sandbox keeps, by its `object` field. */
export interface Tables {
  balance_transaction: BalanceTransaction;
  'billing_portal.configuration': PortalConfiguration;
  'billing_portal.session': PortalSession;
  charge: Charge;
  'checkout.session': CheckoutSession;
  coupon: Coupon;
  customer: Customer;
  discount: Discount;
  dispute: Dispute;
  event: StripeEvent;
  file: StoredFile;
  invoice: Invoice;
  invoice_payment: InvoicePayment;
  invoiceitem: InvoiceItem;
  payment_intent: PaymentIntent;
  payment_method: PaymentMethod;
  payout: Payout;
  price: Price;
  product: Product;
  promotion_code: PromotionCode;
  refund: Refund;
  setup_intent: SetupIntent;
  subscription: Subscription;
  subscription_schedule: SubscriptionSchedule;
  'test_helpers.test_clock': TestClock;
  webhook_endpoint: WebhookEndpoint;
  'sandbox.checkout_plan': CheckoutPlan;
  'sandbox.delivery': Delivery;
  'sandbox.endpoint_secret': EndpointSecret;
  'sandbox.follow_up': FollowUp;
  'sandbox.method_profile': MethodProfile;
  'sandbox.payout_content': PayoutContent;
  'sandbox.unpaid': UnpaidEntry;
}

export type Kind = keyof Tables;
export type Stored = Tables[Kind];

/** When an object was made; some kinds have another name for it on the wire. */
export function createdOf(object: Stored): number {
  if (object.object === 'invoiceitem') return object.date;
  return object.object === 'discount' ? object.start : object.created;
}

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
  customer: { email: (customer) => customer.email, test_clock: (customer) => customer.test_clock },
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
  invoiceitem: {
    customer: (item) => item.customer,
    invoice: (item) => item.invoice,
    pending: (item) => (item.invoice === null ? item.customer : null),
    subscription: (item) => item.parent?.subscription_details.subscription ?? null,
  },
  payment_intent: { customer: (intent) => intent.customer },
  payment_method: { customer: (method) => method.customer },
  price: { product: (price) => price.product },
  promotion_code: {
    code: (code) => code.code,
    coupon: (code) => code.promotion.coupon,
  },
  refund: { charge: (refund) => refund.charge, payment_intent: (refund) => refund.payment_intent },
  setup_intent: {
    customer: (intent) => intent.customer,
    payment_method: (intent) => intent.payment_method,
  },
  subscription: {
    customer: (subscription) => subscription.customer,
    test_clock: (subscription) => subscription.test_clock,
  },
  subscription_schedule: {
    customer: (schedule) => schedule.customer,
    subscription: (schedule) => schedule.subscription,
  },
  'sandbox.delivery': {
    event: (delivery) => delivery.event,
    pending: (delivery) => (delivery.status === 'pending' ? 'yes' : null),
  },
  'sandbox.follow_up': { target: (task) => task.target },
  'sandbox.unpaid': { currency: (entry) => entry.currency },
};
