import Stripe from 'stripe';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { API_VERSION } from '../engine/objects/platform.ts';
import type { Harness } from '../testing/harness.ts';
import { startHarness } from '../testing/harness.ts';

describe('the API in trouble', () => {
  let harness: Harness;
  beforeEach(async () => {
    harness = await startHarness();
  });
  afterEach(() => harness.close());

  const names = async () => (await harness.stripe.customers.list()).data.map(({ name }) => name);
  const create = (name: string) => harness.stripe.customers.create({ name });

  it('closes connections while it is down, and comes back', async () => {
    await harness.control('api-troubles', { outage: true });
    await expect(create('A')).rejects.toMatchObject({ type: 'StripeConnectionError' });
    expect((await fetch(`${harness.sandbox.url}/_sandbox/`)).status).toBe(200);
    await harness.control('api-troubles', { outage: false });
    expect((await create('B')).name).toBe('B');
    expect(await names()).toEqual(['B']);
  });

  // https://docs.stripe.com/rate-limits
  it('answers 429 without any effect', async () => {
    await harness.control('api-troubles', { rate_limit_percent: 100 });
    await expect(create('A')).rejects.toMatchObject({
      type: 'StripeRateLimitError',
      code: 'rate_limit',
    });
    await harness.control('no-troubles');
    expect(await names()).toEqual([]);
  });

  it('answers 500 before the effect', async () => {
    await harness.control('api-troubles', { error_before_percent: 100 });
    await expect(create('A')).rejects.toMatchObject({ type: 'StripeAPIError' });
    await harness.control('no-troubles');
    expect(await names()).toEqual([]);
  });

  // https://docs.stripe.com/api/idempotent_requests
  it('loses the answer after the effect, which a retry with the same key finds', async () => {
    await harness.control('api-troubles', { error_after_next: 1 });
    await expect(create('A')).rejects.toMatchObject({ type: 'StripeAPIError' });
    expect(await names()).toEqual(['A']);
    await harness.control('api-troubles', { error_after_next: 1 });
    const patient = new Stripe('sk_test_sandbox', {
      apiVersion: API_VERSION,
      host: '127.0.0.1',
      port: harness.sandbox.port,
      protocol: 'http',
      maxNetworkRetries: 1,
    });
    expect((await patient.customers.create({ name: 'B' })).name).toBe('B');
    expect(await names()).toEqual(['B', 'A']);
  });

  it('answers later, by so much', async () => {
    await harness.control('api-troubles', { slow_ms: 120 });
    const begun = performance.now();
    await names();
    expect(performance.now() - begun).toBeGreaterThan(110);
  });

  it('spoils the same share in the same places for the same seed', async () => {
    const played = async () => {
      await harness.control('api-troubles', { rate_limit_percent: 50, seed: 7 });
      const fates: boolean[] = [];
      for (let index = 0; index < 12; index += 1) {
        fates.push(
          await names().then(
            () => true,
            () => false,
          ),
        );
      }
      return fates;
    };
    const first = await played();
    expect(new Set(first)).toEqual(new Set([true, false]));
    expect(await played()).toEqual(first);
  });
});
