import fs from 'node:fs';
import path from 'node:path';
import { addDays, toUnix } from '../../../app/kernel/dates.ts';
import type { Engine } from '../../stripe/engine/engine.ts';
import { createEngine } from '../../stripe/engine/engine.ts';
import { saveSnapshot } from '../../stripe/store/persistence.ts';
import { readDemoContent } from '../content/read-content.ts';
import type { DemoContent } from '../content/content-schema.ts';
import { writeHistory } from './history-file.ts';
import { planContentOf } from './plan-content.ts';
import { disputeAfterDays, planHistory } from './plan.ts';
import type { Plan } from './plan-types.ts';
import { runPlan } from './run-plan.ts';
import { readStripeFacts } from './stripe-facts.ts';
import { historyDays } from './timing.ts';

export const demoSeed = 17;
const daySeconds = 86_400;

export interface PrepareOptions {
  /** The sandbox Stripe's own folder. */
  readonly dataDir: string;
  /** Where its hosted pages will be reached. */
  readonly publicUrl: string;
  /** Where the site will be reached. */
  readonly appUrl: string;
  readonly seed?: number;
  readonly now?: Date;
}

/**
 * Fills the folder of a sandbox Stripe in which nothing has happened yet with two years of the
 * demo newsroom's payments; any other folder stays as it is. Safe to interrupt. Caller's duty: that
 * no sandbox runs on the folder.
 */
export function prepareStripeHistory(options: PrepareOptions): 'present' | 'prepared' {
  const { dataDir, seed = demoSeed, now = new Date() } = options;
  if (isUsed(dataDir)) return 'present';
  const unfinished = `${dataDir}.new`;
  fs.rmSync(unfinished, { recursive: true, force: true });
  const { engine, plan } = makeHistory(readDemoContent(), { seed, now }, options);
  saveSnapshot(engine, unfinished);
  writeHistory(unfinished, { seed, now: plan.now, stripe: readStripeFacts(engine) });
  fs.rmSync(dataDir, { recursive: true, force: true });
  fs.renameSync(unfinished, dataDir);
  return 'prepared';
}

/** The history in memory: an engine that stands at `now`, and the plan that it has played. */
export function makeHistory(
  content: DemoContent,
  { seed, now }: { seed: number; now: Date },
  urls: { publicUrl: string; appUrl: string },
): { engine: Engine; plan: Plan } {
  const plan = planHistory({ seed, now, content: planContentOf(content) });
  const engine = createEngine({
    clock: { manual: addDays(plan.now, -historyDays - 2) },
    seed,
    deliver: false,
    // Checked requests and thorough copies are for what comes from outside.
    checkRequests: false,
    settings: {
      account: { name: content.newsroom.name.en },
      publicUrl: urls.publicUrl,
      bulk: true,
      balanceDelaySeconds: 0,
      // Nobody is told of the past: it is in the database already when the site starts.
      eventsFrom: toUnix(plan.now) + 1,
      disputeOpensAfterSeconds: disputeAfterDays * daySeconds,
    },
  });
  runPlan(engine, plan, {
    appUrl: urls.appUrl,
    newsroomName: content.newsroom.name,
    tierNames: Object.fromEntries(content.tiers.map((tier) => [tier.slug, tier.name])),
  });
  return { engine, plan };
}

/** Has anybody paid, or begun to, in this sandbox? One that was only started has its webhook endpoint and no more. */
function isUsed(dataDir: string): boolean {
  if (!fs.existsSync(dataDir)) return false;
  return fs
    .readdirSync(dataDir)
    .filter((name) => name.endsWith('.jsonl'))
    .some((name) => fs.readFileSync(path.join(dataDir, name)).includes('"object":"customer"'));
}
