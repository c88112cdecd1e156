/* `npm run conformance:live`: the scenarios against a real Stripe test account. */
import { inspect, isDeepStrictEqual } from 'node:util';
import Stripe from 'stripe';
import { checkAnswer } from '../conformance/index.ts';
import { API_VERSION } from '../engine/objects/platform.ts';
import { scenarios } from './all.ts';
import { recordAnswers } from './record-answers.ts';
import { aSecond, createTools } from './tools.ts';

const usage = `The scenarios of sandbox/stripe/scenarios against a Stripe test account of yours:

  STRIPE_CONFORMANCE_KEY=sk_test_... npm run conformance:live

They make customers, products, prices and payments there, and remove what can be removed.
Nobody has run this against Stripe yet: until a run is noted in sandbox/stripe/README.md, the
sandbox counts as not verified.`;

const say = (line: string) => process.stdout.write(`${line}\n`);

async function main(key: string): Promise<boolean> {
  const differences = new Set<string>();
  const stripe = new Stripe(key, {
    apiVersion: API_VERSION,
    maxNetworkRetries: 3,
    httpClient: recordAnswers(({ method, path, status, body }) => {
      if (status >= 400) return;
      for (const line of checkAnswer(method, path, body))
        differences.add(`${method} ${path}: ${line}`);
    }),
  });
  let failed = 0;
  for (const scenario of scenarios) {
    const tools = createTools(stripe, aSecond);
    try {
      const facts = await scenario.run(tools);
      const holds = isDeepStrictEqual(facts, scenario.expected);
      if (!holds) failed += 1;
      say(`${holds ? 'ok  ' : 'FAIL'} ${scenario.name}`);
      if (!holds) say(inspect({ expected: scenario.expected, found: facts, see: scenario.source }));
    } catch (error) {
      failed += 1;
      say(`FAIL ${scenario.name}`);
      say(inspect(error));
    } finally {
      await tools.cleanUp();
    }
  }
  for (const line of differences) say(`shape: ${line}`);
  say(
    `${scenarios.length - failed} of ${scenarios.length} scenarios hold; ${differences.size} differences of shape`,
  );
  return failed === 0 && differences.size === 0;
}

const key = process.env['STRIPE_CONFORMANCE_KEY'] ?? '';
if (!key.startsWith('sk_test_') && !key.startsWith('rk_test_')) {
  // A live key would charge and refund for real.
  say(usage);
  process.exitCode = 2;
} else if (!(await main(key))) {
  process.exitCode = 1;
}
