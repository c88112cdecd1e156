import { setTimeout as pause } from 'node:timers/promises';
import type Stripe from 'stripe';
import type { Tools } from './scenario.ts';

const daySeconds = 86_400;
const start = Date.parse('2040-01-15T10:00:00Z') / 1_000;

export interface ScenarioTools extends Tools {
  /** Removes the clocks of this scenario, and with them their customers. */
  cleanUp(): Promise<void>;
}

/**
 * @param onWait what passes the time until Stripe has done something: a second of patience at
 *   Stripe, a moment of the sandbox's own time there.
 */
export function createTools(stripe: Stripe, onWait: () => Promise<void>): ScenarioTools {
  const clocks: string[] = [];
  const eventually: Tools['eventually'] = async (ask) => {
    for (let attempt = 0; attempt < 90; attempt += 1) {
      const answer = await ask();
      if (answer !== null) return answer;
      await onWait();
    }
    throw new Error('Stripe did not get there in 90 tries');
  };
  return {
    stripe,
    eventually,
    async customer(card, { clock } = {}) {
      const customer = await stripe.customers.create({
        email: 'conformance@example.org',
        ...(clock ? { test_clock: clock } : {}),
      });
      const method = await stripe.paymentMethods.attach(card, { customer: customer.id });
      return stripe.customers.update(customer.id, {
        invoice_settings: { default_payment_method: method.id },
      });
    },
    product: () => stripe.products.create({ name: 'Conformance' }),
    async clock() {
      const clock = await stripe.testHelpers.testClocks.create({ frozen_time: start });
      clocks.push(clock.id);
      return clock;
    },
    async pass(clock, days) {
      const { frozen_time: now } = await stripe.testHelpers.testClocks.retrieve(clock);
      await stripe.testHelpers.testClocks.advance(clock, { frozen_time: now + days * daySeconds });
      await eventually(async () => {
        const { status } = await stripe.testHelpers.testClocks.retrieve(clock);
        if (status === 'internal_failure') throw new Error('The test clock failed');
        return status === 'ready' ? status : null;
      });
    },
    async cleanUp() {
      for (const clock of clocks.splice(0)) await stripe.testHelpers.testClocks.del(clock);
    },
  };
}

/** A second of real time: for Stripe itself. */
export const aSecond = (): Promise<void> => pause(1_000);
