import { expect, it } from 'vitest';
import { reconcile } from '../../app/jobs/reconcile.server.ts';
import type { TestProduct } from '../testing/product.ts';
import { drawOperations } from './operation.ts';
import { type Run, runHistory } from './run-history.ts';

/**
 * HISTORIES=500 plays so many; HISTORY_SEED=n plays one again; HISTORY_OPERATIONS=3,7,12 only those
 * of its operations, to find which of them matter.
 */
const count = Number(process.env['HISTORIES'] ?? 6);
const onlySeed = process.env['HISTORY_SEED'];
const only = process.env['HISTORY_OPERATIONS']?.split(',').map(Number);
const operationsPerHistory = 50;
const firstSeed = Number(process.env['HISTORY_FIRST'] ?? 1);
const seeds = onlySeed
  ? [Number(onlySeed)]
  : Array.from({ length: count }, (_, index) => firstSeed + index);

async function reconcileWhole({ services }: TestProduct): Promise<void> {
  await reconcile(services, 'whole');
}

it.each(seeds)(
  'history %i ends the same however its events came',
  { timeout: 120_000 },
  async (seed) => {
    const all = drawOperations(seed, operationsPerHistory);
    const operations = all
      .map((operation, index) => [index, operation] as const)
      .filter(([index]) => !only || only.includes(index));
    const inOrder = await runHistory(seed, operations, 'in_order', reconcileWhole);
    const spoiled = await runHistory(seed, operations, 'spoiled', reconcileWhole);
    const hint = `Again: HISTORY_SEED=${seed}`;
    expect(spoiled.stripe, `Stripe's two sides. ${hint}`).toEqual(inOrder.stripe);
    expectTrueBooks(inOrder, hint);
    expectTrueBooks(spoiled, hint);
    expect(spoiled.state, hint).toEqual(inOrder.state);
  },
);

function expectTrueBooks(run: Run, hint: string): void {
  expect(run.bookDifferences, hint).toEqual([]);
}
