import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../db/client.server.ts';
import { ledgerEntries, ledgerTransactions } from '../../db/schema/ledger.ts';
import { type TestDatabase, createTestDatabase } from '../../db/testing/database.ts';
import { newId } from '../../platform/ids.ts';

let test: TestDatabase;
let database: Database;

beforeAll(async () => {
  test = await createTestDatabase();
  database = openDatabase(test.url);
});
afterAll(async () => {
  await database.close();
  await test.drop();
});

async function writeTransaction(...lines: [number, string][]): Promise<string> {
  const id = newId();
  const now = new Date('2026-01-01T00:00:00Z');
  await database.db.transaction(async (tx) => {
    await tx
      .insert(ledgerTransactions)
      .values({ id, fact: 'charge', stripeObjectId: `ch_${id}`, occurredAt: now, recordedAt: now });
    await tx.insert(ledgerEntries).values(
      lines.map(([amountMinor, currency]) => ({
        transactionId: id,
        account: 'stripe_clearing' as const,
        amountMinor,
        currency,
      })),
    );
  });
  return id;
}

/** The message of the database's own refusal, under what the driver wraps it in. */
async function refusal(run: () => Promise<unknown>): Promise<string> {
  try {
    await run();
  } catch (error) {
    return error instanceof Error && error.cause instanceof Error
      ? error.cause.message
      : String(error);
  }
  return 'it went through';
}

describe('the ledger guards itself', () => {
  it('takes a transaction that balances in each currency', async () => {
    await expect(
      writeTransaction([500, 'EUR'], [-500, 'EUR'], [70, 'USD'], [-70, 'USD']),
    ).resolves.toBeTruthy();
  });

  it('refuses one that does not, and keeps nothing of it', async () => {
    expect(await refusal(() => writeTransaction([500, 'EUR'], [-499, 'EUR']))).toMatch(
      /does not balance/,
    );
    const { rows } = await database.db.execute(
      sql`select count(*)::int as lost from ledger_transactions t where not exists (select 1 from ledger_entries e where e.transaction_id = t.id)`,
    );
    expect(rows).toEqual([{ lost: 0 }]);
  });

  it('refuses one that balances only across currencies', async () => {
    expect(await refusal(() => writeTransaction([500, 'EUR'], [-500, 'USD']))).toMatch(
      /does not balance/,
    );
  });

  it('refuses an entry added later to a transaction that balanced', async () => {
    const transactionId = await writeTransaction([1, 'EUR'], [-1, 'EUR']);
    const late = { transactionId, account: 'bank' as const, amountMinor: 1, currency: 'EUR' };
    expect(await refusal(() => database.db.insert(ledgerEntries).values(late))).toMatch(
      /does not balance/,
    );
  });

  it.each([
    ['update ledger_entries set amount_minor = amount_minor'],
    ['delete from ledger_entries'],
    ['truncate ledger_entries'],
    ['update ledger_transactions set fact = fact'],
    ['delete from ledger_transactions'],
    ['update audit_entries set action = action'],
    ['delete from audit_entries'],
  ])('refuses: %s', async (statement) => {
    expect(await refusal(() => database.db.execute(sql.raw(statement)))).toMatch(/append only/);
  });

  it('takes a fact about a Stripe object once', async () => {
    const now = new Date('2026-01-01T00:00:00Z');
    const row = { fact: 'charge', stripeObjectId: 'ch_once', occurredAt: now, recordedAt: now };
    await database.db.insert(ledgerTransactions).values({ id: newId(), ...row });
    expect(
      await refusal(() => database.db.insert(ledgerTransactions).values({ id: newId(), ...row })),
    ).toMatch(/ledger_transactions_fact_key/);
  });
});
