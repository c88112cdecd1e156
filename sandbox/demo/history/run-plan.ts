import { toMetadata } from '../../../app/gateways/stripe/facts.ts';
import { orderUrls, checkoutOpenMs } from '../../../app/domain/donations/order-urls.ts';
import { addMs, toUnix } from '../../../app/kernel/dates.ts';
import { type Locale, defaultLocale } from '../../../app/kernel/locale.ts';
import type { Engine } from '../../stripe/engine/engine.ts';
import { submitCheckout } from '../../stripe/engine/flows/checkout.ts';
import type { Plan, PlannedOrder, PlannedStep } from './plan-types.ts';

/** Attaches like any card, and then every charge is declined (https://docs.stripe.com/testing). */
const failingCard = '4000000000000341';
/** As the gateway names them: one product for each thing that is sold. */
const products = { donation: 'masthead_donation', membership: 'masthead_membership' };

export interface RunOptions {
  readonly appUrl: string;
  readonly newsroomName: Readonly<Record<Locale, string>>;
  readonly tierNames: Readonly<Record<string, Readonly<Record<Locale, string>>>>;
}

interface Identified {
  readonly id: string;
}

/**
 * Plays a plan on a Stripe engine whose clock stands before it: the same calls that the product
 * makes, at the planned moments. Renewals, retries and disputes fall due in between by themselves.
 */
export function runPlan(engine: Engine, plan: Plan, options: RunOptions): void {
  const runner = new PlanRunner(engine, options);
  for (const step of plan.steps) {
    engine.advanceTo(step.at);
    runner.run(step);
  }
  engine.advanceTo(plan.now);
}

class PlanRunner {
  private readonly engine: Engine;
  private readonly options: RunOptions;
  private readonly customers = new Map<string, string>();
  private readonly checkouts = new Map<string, string>();

  constructor(engine: Engine, options: RunOptions) {
    this.engine = engine;
    this.options = options;
    for (const id of Object.values(products)) {
      engine.request('POST', '/v1/products', {
        id,
        name: options.newsroomName[defaultLocale],
        metadata: { app: 'masthead' },
      });
    }
  }

  run(step: PlannedStep): void {
    switch (step.kind) {
      case 'open_checkout':
        this.openCheckout(step.order);
        break;
      case 'pay':
        this.pay(step.order);
        break;
      case 'card_stops_working':
        this.replaceCard(step.orderId, failingCard);
        break;
      case 'card_is_repaired':
        this.repair(step.orderId, step.card);
        break;
      case 'schedule_cancellation':
        this.scheduleCancellation(step.orderId);
        break;
      case 'refund':
        this.refund(step.orderId, step.percent);
        break;
    }
  }

  /** As the gateway's `openCheckout` does it. */
  private openCheckout(order: PlannedOrder): void {
    const { kind, id: orderId, supporter, interval, attribution } = order;
    const { articleId, campaignId } = attribution;
    const metadata = toMetadata({ kind, orderId, articleId, campaignId }, 'sandbox');
    const { successUrl, cancelUrl } = orderUrls(
      this.options.appUrl,
      supporter.locale,
      kind,
      orderId,
    );
    const description = this.description(order);
    const session = this.engine.request<Identified>('POST', '/v1/checkout/sessions', {
      mode: interval ? 'subscription' : 'payment',
      customer: this.customerOf(order),
      customer_update: { name: 'auto', address: 'auto' },
      client_reference_id: orderId,
      metadata,
      line_items: [
        {
          quantity: 1,
          price_data: {
            product: products[kind],
            currency: order.currency.toLowerCase(),
            unit_amount: order.amountMinor,
            ...(interval ? { recurring: { interval } } : {}),
          },
        },
      ],
      ...(interval
        ? { subscription_data: { metadata, description } }
        : { payment_intent_data: { metadata, description }, submit_type: 'donate' }),
      locale: supporter.locale === 'en' ? 'en' : 'auto',
      success_url: successUrl,
      cancel_url: cancelUrl,
      expires_at: toUnix(addMs(order.at, checkoutOpenMs)),
    });
    this.checkouts.set(orderId, session.id);
  }

  private customerOf({ id, supporter, isSignedIn }: PlannedOrder): string {
    const known = this.customers.get(supporter.email);
    if (known && isSignedIn) return known;
    const customer = this.engine.request<Identified>('POST', '/v1/customers', {
      ...(isSignedIn ? { email: supporter.email } : {}),
      metadata: { app: 'masthead', env: 'sandbox', order_id: id },
    });
    this.customers.set(supporter.email, customer.id);
    return customer.id;
  }

  private description({ supporter, tierSlug }: PlannedOrder): string {
    const { newsroomName, tierNames } = this.options;
    const newsroom = newsroomName[supporter.locale];
    const tier = tierSlug === null ? undefined : tierNames[tierSlug];
    return tier ? `${newsroom}: ${tier[supporter.locale]}` : newsroom;
  }

  private pay({ id, supporter, card }: PlannedOrder): void {
    const { email, name, country } = supporter;
    const outcome = this.engine.transact((step) =>
      submitCheckout(step, this.checkoutOf(id), {
        method: { card: { number: card, expMonth: 11, expYear: this.expiryYear(), country } },
        email,
        name,
        country,
      }),
    );
    if (outcome.kind !== 'completed') throw new Error(`Order ${id} was not paid: ${outcome.kind}`);
  }

  private replaceCard(orderId: string, number: string): void {
    const subscription = this.subscriptionOf(orderId);
    const method = this.engine.request<Identified>('POST', '/v1/payment_methods', {
      type: 'card',
      card: { number, exp_month: 11, exp_year: this.expiryYear() },
    });
    this.engine.request('POST', `/v1/payment_methods/${method.id}/attach`, {
      customer: subscription.customer,
    });
    this.engine.request('POST', `/v1/subscriptions/${subscription.id}`, {
      default_payment_method: method.id,
    });
  }

  private repair(orderId: string, card: string): void {
    this.replaceCard(orderId, card);
    const { latest_invoice: invoice } = this.subscriptionOf(orderId);
    this.engine.request('POST', `/v1/invoices/${invoice ?? ''}/pay`, {});
  }

  private scheduleCancellation(orderId: string): void {
    const { id } = this.subscriptionOf(orderId);
    this.engine.request('POST', `/v1/subscriptions/${id}`, { cancel_at_period_end: true });
  }

  private refund(orderId: string, percent: number): void {
    const charge = this.latestCharge(orderId);
    this.engine.request('POST', '/v1/refunds', {
      charge: charge.id,
      ...(percent < 100
        ? { amount: Math.max(1, Math.floor((charge.amount * percent) / 100)) }
        : {}),
      reason: 'requested_by_customer',
    });
  }

  private latestCharge(orderId: string) {
    const { store } = this.engine;
    const session = store.get('checkout.session', this.checkoutOf(orderId));
    const intentId = session?.subscription
      ? store
          .idsBy('invoice_payment', 'invoice', this.subscriptionOf(orderId).latest_invoice ?? '')
          .map((id) => store.get('invoice_payment', id)?.payment.payment_intent)
          .at(-1)
      : session?.payment_intent;
    const charge = store.get(
      'charge',
      store.get('payment_intent', intentId ?? '')?.latest_charge ?? '',
    );
    if (!charge) throw new Error(`Order ${orderId} has no charge`);
    return charge;
  }

  private subscriptionOf(orderId: string) {
    const { store } = this.engine;
    const id = store.get('checkout.session', this.checkoutOf(orderId))?.subscription ?? '';
    const subscription = store.get('subscription', id);
    if (!subscription) throw new Error(`Order ${orderId} has no subscription`);
    return subscription;
  }

  private checkoutOf(orderId: string): string {
    const id = this.checkouts.get(orderId);
    if (!id) throw new Error(`Order ${orderId} has no Checkout`);
    return id;
  }

  private expiryYear(): number {
    return new Date(this.engine.now() * 1_000).getUTCFullYear() + 3;
  }
}
