import Stripe from 'stripe';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkAnswer } from '../conformance/index.ts';
import { API_VERSION } from '../engine/objects/platform.ts';
import { type Harness, startHarness } from '../testing/harness.ts';
import { scenarios } from './all.ts';
import { recordAnswers } from './record-answers.ts';
import { createTools } from './tools.ts';

let harness: Harness;
let stripe: Stripe;
const differences = new Set<string>();
let answers = 0;

beforeAll(async () => {
  harness = await startHarness();
  stripe = new Stripe('sk_test_scenarios', {
    apiVersion: API_VERSION,
    host: '127.0.0.1',
    port: harness.sandbox.port,
    protocol: 'http',
    maxNetworkRetries: 0,
    httpClient: recordAnswers(({ method, path, status, body }) => {
      answers += 1;
      if (status >= 400) return;
      for (const line of checkAnswer(method, path, body)) differences.add(line);
    }),
  });
});
afterAll(() => harness.close());

describe('what Masthead counts on, at the sandbox', () => {
  it.each(scenarios)('$name', async (scenario) => {
    const { engine } = harness.sandbox;
    const tools = createTools(stripe, () => {
      engine.advanceTo(engine.now() + 1);
      return Promise.resolve();
    });
    expect(await scenario.run(tools)).toEqual(scenario.expected);
    await tools.cleanUp();
  });

  it('answers in the shapes that the SDK promises', () => {
    expect(answers).toBeGreaterThan(50);
    expect([...differences]).toEqual([]);
  });
});
