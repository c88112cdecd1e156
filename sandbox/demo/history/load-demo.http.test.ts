import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../../app/db/client.server.ts';
import { askTests } from '../../../app/db/schema/ask-tests.ts';
import { memberships } from '../../../app/db/schema/memberships.ts';
import { supporters } from '../../../app/db/schema/supporters.ts';
import { type TestDatabase, createTestDatabase } from '../../../app/db/testing/database.ts';
import { checkLedger, ledgerAgrees } from '../../../app/domain/ledger/check-ledger.server.ts';
import type { Ctx } from '../../../app/domain/ports/context.ts';
import { readAskTestResult } from '../../../app/domain/reports/ask-tests/read-ask-test.server.ts';
import { createStripeClient } from '../../../app/gateways/stripe/client.server.ts';
import { createLogger } from '../../../app/platform/logger.ts';
import { type StripeSandbox, startStripeSandbox } from '../../stripe/server.ts';
import { people } from '../people.ts';
import { compareMemberships } from './compare-memberships.ts';
import { demoContext } from './demo-context.ts';
import { type LoadedDemo, loadDemo } from './load-demo.ts';
import { prepareStripeHistory } from './prepare.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'masthead-demo-'));
const stripeDataDir = path.join(folder, 'stripe');
const secretKey = 'sk_test_sandbox';
let testDatabase: TestDatabase;
let database: Database;
let sandbox: StripeSandbox;
let ctx: Ctx;
let loaded: LoadedDemo | null;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  const urls = { publicUrl: 'http://localhost:4101', appUrl: 'http://localhost:4100' };
  prepareStripeHistory({ dataDir: stripeDataDir, ...urls });
  sandbox = await startStripeSandbox({ port: 0, dataDir: stripeDataDir });
  database = openDatabase(testDatabase.url, { max: 2 });
  ctx = demoContext(
    database.db,
    { stripeSecretKey: secretKey, stripeApiBase: sandbox.url },
    createLogger('silent'),
  );
  loaded = await load();
}, 120_000);

afterAll(async () => {
  await sandbox.close();
  await database.close();
  await testDatabase.drop();
  rmSync(folder, { recursive: true, force: true });
});

const load = () => loadDemo(ctx, { stripeDataDir, mediaDir: path.join(folder, 'media') });

describe('the demo newsroom', () => {
  test('is loaded whole, and only once', async () => {
    expect(loaded?.supporters).toBeGreaterThan(1_800);
    expect(loaded?.payments).toBeGreaterThan(8_000);
    expect(await load()).toBeNull();
    expect(sandbox.unknownRequests).toEqual([]);
  });

  test('agrees with the sandbox Stripe to the cent', async () => {
    const check = await checkLedger(ctx);
    expect(check.missing).toEqual([]);
    expect(check.differing).toEqual([]);
    expect(ledgerAgrees(check)).toBe(true);
  });

  test('has a membership for every subscription, and each says the same', async () => {
    const stripe = createStripeClient({ secretKey, apiBase: sandbox.url });
    const { compared, differences } = await compareMemberships(database.db, stripe);
    expect(differences).toEqual([]);
    expect(compared).toBeGreaterThan(600);
  });

  test('counts the same recurring revenue in its changes as in its memberships', async () => {
    const { rows } = await database.db.execute<{ changed: string; standing: string }>(sql`
      select
        (select sum(to_monthly_minor - from_monthly_minor) from membership_changes)::text as changed,
        (select sum(case interval when 'month' then amount_minor else (amount_minor + 6) / 12 end)
           from memberships where status in ('active', 'past_due'))::text as standing`);
    expect(rows[0]?.changed).toBe(rows[0]?.standing);
  });

  test('has a test of an ask that is over, with gifts of both variants', async () => {
    const [over] = await database.db.select().from(askTests);
    if (!over) throw new Error('There is none.');
    const { comparisons, arms } = await readAskTestResult(ctx, over);
    expect(arms.map(({ givers }) => givers > 10)).toEqual([true, true]);
    expect(comparisons.map(({ verdict }) => verdict)).not.toContain('too_early');
    expect(comparisons).toHaveLength(1);
  });

  test('has a patron whose card fails, within the days of grace', async () => {
    const [row] = await database.db
      .select({ status: memberships.status, pastDueSince: memberships.pastDueSince })
      .from(memberships)
      .innerJoin(supporters, eq(supporters.id, memberships.supporterId))
      .where(eq(supporters.email, people.failing.email));
    expect(row?.status).toBe('past_due');
    const days = (Date.now() - (row?.pastDueSince?.getTime() ?? 0)) / 86_400_000;
    expect(days).toBeLessThan(14);
  });
});
