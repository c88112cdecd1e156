import type Stripe from 'stripe';
import type { Page, PageInput, Payments } from '../../domain/ports/payments.ts';
import { toUnix } from '../../kernel/dates.ts';
import { toBalance, toPayout } from './balance-facts.ts';
import { toEventHint } from './event-facts.ts';
import { appMark, idOf } from './facts.ts';
import { hasOurShape, toSubscription } from './subscription-facts.ts';

const pageSize = 100;
const payoutParts = ['balance_transaction', 'failure_balance_transaction'];

type Reading = Pick<
  Payments,
  | 'listBalance'
  | 'listBalanceOfPayout'
  | 'readPayout'
  | 'listPayouts'
  | 'listDisputes'
  | 'listSubscriptions'
  | 'listEvents'
  | 'readSubscriptionOfSchedule'
  | 'readCustomerOfPaymentMethod'
  | 'readCustomer'
>;

/** What reconciliation reads. @throws Stripe's errors: the job is tried again. */
export function createReading(
  stripe: Stripe,
  { environment, isLive }: { environment: string; isLive: boolean },
): Reading {
  return {
    async listBalance(input) {
      const page = await stripe.balanceTransactions.list({
        ...pageOf(input),
        expand: ['data.source'],
      });
      const { items, nextCursor } = toPage(page, toBalance);
      return { transactions: items, nextCursor };
    },
    async listBalanceOfPayout(payoutId) {
      const parts = stripe.balanceTransactions.list({
        payout: payoutId,
        limit: pageSize,
        expand: ['data.source'],
      });
      const found: Stripe.BalanceTransaction[] = [];
      for await (const part of parts) {
        // The payout's own movement is listed among what it is made of.
        if (idOf(part.source) !== payoutId) found.push(part);
      }
      return found.map(toBalance);
    },
    readPayout: async (id) => toPayout(await stripe.payouts.retrieve(id, { expand: payoutParts })),
    async listPayouts(input) {
      const expand = payoutParts.map((part) => `data.${part}`);
      return toPage(await stripe.payouts.list({ ...pageOf(input), expand }), toPayout);
    },
    async listDisputes(input) {
      return toPage(await stripe.disputes.list(pageOf(input)), (dispute) => ({
        disputeId: dispute.id,
        chargeId: idOf(dispute.charge) ?? '',
        status: dispute.status,
      }));
    },
    async listSubscriptions(input) {
      const page = await stripe.subscriptions.list({ ...pageOf(input), status: 'all' });
      // Others on the account may sell subscriptions of any shape.
      return toPage(page, (subscription) =>
        hasOurShape(subscription) ? toSubscription(subscription, environment) : null,
      );
    },
    async listEvents(input) {
      const page = await stripe.events.list(pageOf(input));
      return toPage(page, (event) => toEventHint(event, isLive));
    },
    async readSubscriptionOfSchedule(id) {
      const schedule = await stripe.subscriptionSchedules.retrieve(id);
      return idOf(schedule.subscription) ?? schedule.released_subscription;
    },
    readCustomerOfPaymentMethod: async (id) =>
      idOf((await stripe.paymentMethods.retrieve(id)).customer),
    async readCustomer(id) {
      const customer = await stripe.customers.retrieve(id);
      if (customer.deleted) return null;
      const { app, env } = customer.metadata;
      return {
        customerId: customer.id,
        isOurs: app === appMark && env === environment,
        email: customer.email,
      };
    },
  };
}

function pageOf({ cursor, since }: PageInput) {
  return {
    limit: pageSize,
    ...(cursor ? { starting_after: cursor } : {}),
    ...(since ? { created: { gte: toUnix(since) } } : {}),
  };
}

function toPage<Theirs extends { id: string }, Ours>(
  page: Stripe.ApiList<Theirs>,
  map: (item: Theirs) => Ours,
): Page<Ours> {
  return {
    items: page.data.map(map),
    nextCursor: page.has_more ? (page.data.at(-1)?.id ?? null) : null,
  };
}
