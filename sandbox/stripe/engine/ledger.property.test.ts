import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, donate, join, testEngine } from '../testing/engine.ts';
import type { Engine } from './engine.ts';
import { StripeApiError } from './errors.ts';
import { settle } from './money/settlement.ts';

const CARDS = [
  '4242424242424242',
  '4000002760000016',
  '4000000000000002',
  '4000000000000259',
  '4000002760003184',
];

type Act = (engine: Engine, pick: number) => void;

const ids = (engine: Engine, kind: 'charge' | 'dispute' | 'subscription') =>
  engine.store.order(kind).filter((id) => engine.store.get(kind, id));
const one = (all: string[], pick: number) => all[pick % Math.max(1, all.length)];

const ACTS: Record<string, Act> = {
  donateEuros: (engine, pick) => donate(engine, 50 + pick, 'eur', CARDS[pick % CARDS.length]),
  donateYen: (engine, pick) => donate(engine, 100 + pick, 'jpy', CARDS[pick % CARDS.length]),
  join: (engine, pick) => join(engine, pick % 2 === 0 ? 'month' : 'year', 300 + pick),
  wait: (engine, pick) => engine.advanceTo(engine.now() + (pick % 40) * DAY),
  refundPart: (engine, pick) => {
    const charge = one(ids(engine, 'charge'), pick);
    if (charge !== undefined)
      engine.request('POST', '/v1/refunds', { charge, amount: 1 + (pick % 60) });
  },
  refundRest: (engine, pick) => {
    const charge = one(ids(engine, 'charge'), pick);
    if (charge !== undefined) engine.request('POST', '/v1/refunds', { charge });
  },
  decide: (engine, pick) => {
    const dispute = one(ids(engine, 'dispute'), pick);
    if (dispute !== undefined) engine.closeDispute(dispute, pick % 2 === 0 ? 'won' : 'lost');
  },
  failCard: (engine, pick) => {
    const id = one(ids(engine, 'subscription'), pick);
    const customer = id === undefined ? undefined : engine.store.get('subscription', id)?.customer;
    if (customer !== undefined) engine.replaceCard(customer, '4000000000000341');
  },
};

/** What the balance must be, worked out from charges, refunds, disputes and fees alone. */
function expected(engine: Engine): number {
  const { money } = engine.settings;
  let sum = 0;
  for (const object of engine.store.all()) {
    if (object.object === 'charge' && object.status === 'succeeded') {
      sum +=
        settle(object.amount, object.currency, money) -
        settle(object.amount_refunded, object.currency, money);
    }
    if (object.object === 'dispute' && object.status !== 'won') {
      sum -= settle(object.amount, object.currency, money) + money.fees.dispute;
    }
    if (object.object === 'balance_transaction' && object.reporting_category === 'charge')
      sum -= object.fee;
  }
  return sum;
}

describe('the balance', () => {
  it('is always charges less refunds less disputes less fees, to the cent', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...Object.keys(ACTS)), fc.nat(5000)), { maxLength: 25 }),
        (acts) => {
          const engine = testEngine();
          for (const [name, pick] of acts) {
            try {
              ACTS[name]?.(engine, pick);
            } catch (error) {
              if (!(error instanceof StripeApiError)) throw error;
            }
          }
          let net = 0;
          for (const object of engine.store.all()) {
            if (object.object !== 'balance_transaction') continue;
            expect(object.net).toBe(object.amount - object.fee);
            net += object.net;
          }
          expect(net).toBe(expected(engine));
        },
      ),
      { numRuns: 60 },
    );
  });
});
