import type Stripe from 'stripe';
import { type Scenario, type Tools, errorCode } from './scenario.ts';

const cardOnly = {
  enabled: true,
  allow_redirects: 'never',
} as const;

function pay(
  { stripe }: Tools,
  method: string,
  params: Partial<Stripe.PaymentIntentCreateParams> = {},
): Promise<Stripe.PaymentIntent> {
  return stripe.paymentIntents.create({
    amount: 2500,
    currency: 'eur',
    payment_method: method,
    confirm: true,
    automatic_payment_methods: cardOnly,
    ...params,
  });
}

const chargeOf = (intent: Stripe.PaymentIntent): string =>
  typeof intent.latest_charge === 'string'
    ? intent.latest_charge
    : (intent.latest_charge?.id ?? '');

async function balanceOf({ stripe }: Tools, charge: string) {
  const { balance_transaction: balance } = await stripe.charges.retrieve(charge, {
    expand: ['balance_transaction'],
  });
  return typeof balance === 'string' ? null : balance;
}

export const paymentScenarios: readonly Scenario[] = [
  {
    name: 'a card is charged, and its fee follows on the balance transaction',
    source: 'https://docs.stripe.com/testing#cards',
    expected: { status: 'succeeded', received: 2500, netIsGrossLessFee: true, feeIsPositive: true },
    async run(tools) {
      const intent = await pay(tools, 'pm_card_visa');
      const balance = await tools.eventually(() => balanceOf(tools, chargeOf(intent)));
      return {
        status: intent.status,
        received: intent.amount_received,
        netIsGrossLessFee: balance.net === balance.amount - balance.fee,
        feeIsPositive: balance.fee > 0,
      };
    },
  },
  {
    name: 'a refused card says why',
    source: 'https://docs.stripe.com/testing#declined-payments',
    expected: {
      generic: 'card_declined',
      funds: 'card_declined',
      expired: 'expired_card',
      cvc: 'incorrect_cvc',
    },
    async run(tools) {
      return {
        generic: await errorCode(pay(tools, 'pm_card_visa_chargeDeclined')),
        funds: await errorCode(pay(tools, 'pm_card_visa_chargeDeclinedInsufficientFunds')),
        expired: await errorCode(pay(tools, 'pm_card_chargeDeclinedExpiredCard')),
        cvc: await errorCode(pay(tools, 'pm_card_chargeDeclinedIncorrectCvc')),
      };
    },
  },
  {
    name: 'a charge can be refunded in parts, and not beyond its sum',
    source: 'https://docs.stripe.com/refunds',
    expected: {
      first: 'succeeded',
      refundedAfterFirst: false,
      tooMuch: 'amount_too_large',
      again: 'charge_already_refunded',
      refunded: true,
    },
    async run(tools) {
      const charge = chargeOf(await pay(tools, 'pm_card_visa'));
      const { stripe } = tools;
      const first = await stripe.refunds.create({ charge, amount: 500 });
      const { refunded: refundedAfterFirst } = await stripe.charges.retrieve(charge);
      const tooMuch = await amountCode(stripe.refunds.create({ charge, amount: 2001 }));
      await stripe.refunds.create({ charge });
      const again = await errorCode(stripe.refunds.create({ charge }));
      const { refunded } = await stripe.charges.retrieve(charge);
      return { first: first.status ?? null, refundedAfterFirst, tooMuch, again, refunded };
    },
  },
  {
    name: 'a disputed charge is withdrawn with a fee, and losing evidence loses it',
    source: 'https://docs.stripe.com/testing#disputes',
    expected: { opened: 'needs_response', withdrawn: 1, netIsBelowAmount: true, closed: 'lost' },
    async run(tools) {
      const { stripe } = tools;
      const charge = chargeOf(await pay(tools, 'pm_card_createDispute'));
      const dispute = await tools.eventually(async () => {
        const { data } = await stripe.disputes.list({ charge });
        return data[0]?.balance_transactions[0] ? data[0] : null;
      });
      const [withdrawal] = dispute.balance_transactions;
      await stripe.disputes.update(dispute.id, {
        evidence: { uncategorized_text: 'losing_evidence' },
        submit: true,
      });
      const closed = await tools.eventually(async () => {
        const now = await stripe.disputes.retrieve(dispute.id);
        return now.status === 'lost' || now.status === 'won' ? now : null;
      });
      return {
        opened: dispute.status,
        withdrawn: dispute.balance_transactions.length,
        netIsBelowAmount: (withdrawal?.net ?? 0) < -dispute.amount,
        closed: closed.status,
      };
    },
  },
  {
    name: 'an idempotency key gives the same answer, and refuses other parameters',
    source: 'https://docs.stripe.com/api/idempotent_requests',
    expected: { isSame: true, other: 'idempotency_error' },
    async run({ stripe }) {
      const idempotencyKey = `conformance-${crypto.randomUUID()}`;
      const first = await stripe.customers.create({ description: 'one' }, { idempotencyKey });
      const second = await stripe.customers.create({ description: 'one' }, { idempotencyKey });
      const other = stripe.customers.create({ description: 'two' }, { idempotencyKey });
      const code = await other.then(
        () => 'none',
        (error: unknown) =>
          error instanceof Error && 'rawType' in error ? String(error.rawType) : 'unknown',
      );
      await stripe.customers.del(first.id);
      return { isSame: first.id === second.id, other: code };
    },
  },
];

/** Stripe gives this refusal no code, only the parameter: https://docs.stripe.com/api/errors */
async function amountCode(request: Promise<unknown>): Promise<string> {
  try {
    await request;
    return 'none';
  } catch (error) {
    const param = error instanceof Error && 'param' in error ? error.param : null;
    return param === 'amount' ? 'amount_too_large' : 'unknown';
  }
}
