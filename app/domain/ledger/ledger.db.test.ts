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

let payments = 0;
/** A settled charge, written past the code that normally does. */
async function writePayment(): Promise<void> {
  payments += 1;
  await database.db.execute(sql`
    insert into payments (id, kind, stripe_object_id, stripe_balance_transaction_id,
      stripe_charge_id, source, source_id, supporter_id, amount_minor, currency,
      settlement_currency, settlement_gross_minor, fee_minor, net_minor, occurred_at, recorded_at)
    values (gen_random_uuid(), 'charge', ${`ch_paid_${payments}`}, ${`txn_paid_${payments}`},
      ${`ch_paid_${payments}`}, 'donation', gen_random_uuid(), gen_random_uuid(), 1000, 'EUR',
      'EUR', 1000, 40, 960, '2026-01-01', '2026-01-01')`);
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

  it('refuses even balanced entries added later: what is posted is sealed', async () => {
    const transactionId = await writeTransaction([1, 'EUR'], [-1, 'EUR']);
    const later = [1, -1].map((amountMinor) => ({
      transactionId,
      account: 'bank' as const,
      amountMinor,
      currency: 'EUR',
    }));
    expect(await refusal(() => database.db.insert(ledgerEntries).values(later))).toMatch(
      /is posted: nothing can be added/,
    );
  });

  it('refuses a transaction without entries when it would commit', async () => {
    const now = new Date('2026-01-01T00:00:00Z');
    const empty = { id: newId(), fact: 'charge', stripeObjectId: 'ch_empty' };
    expect(
      await refusal(() =>
        database.db
          .insert(ledgerTransactions)
          .values({ ...empty, occurredAt: now, recordedAt: now }),
      ),
    ).toMatch(/has no entries/);
    const { rows } = await database.pool.query(
      "select 1 from ledger_transactions where stripe_object_id = 'ch_empty'",
    );
    expect(rows).toEqual([]);
  });

  it.each([
    ['of nothing', [[0, 'EUR']], /ledger_entries_move_something/],
    [
      'in no currency',
      [
        [1, 'euro'],
        [-1, 'euro'],
      ],
      /ledger_entries_currency/,
    ],
  ] as const)('refuses an entry %s', async (_what, lines, message) => {
    const entries = lines.map(([minor, currency]): [number, string] => [minor, currency]);
    expect(await refusal(() => writeTransaction(...entries))).toMatch(message);
  });

  it.each([
    ['amount_minor = amount_minor + 1', /does not change/],
    ["currency = 'USD'", /does not change/],
    ['source_id = gen_random_uuid()', /does not change/],
    ['occurred_at = now()', /does not change/],
    ['fee_minor = fee_minor + 1, net_minor = net_minor - 1', /does not change/],
    ['fee_minor = null', /does not change/],
  ])('refuses a settled payment with: %s', async (change, message) => {
    await writePayment();
    expect(
      await refusal(() => database.db.execute(sql.raw(`update payments set ${change}`))),
    ).toMatch(message);
  });

  it('lets a payment be unlinked from its person, and no row be taken away', async () => {
    await writePayment();
    await database.db.execute(sql`update payments set supporter_id = null, article_id = null`);
    for (const statement of ['delete from payments', 'truncate payments cascade']) {
      expect(await refusal(() => database.db.execute(sql.raw(statement)))).toMatch(/append only/);
    }
  });

  it.each([
    ['update ledger_entries set amount_minor = amount_minor'],
    ['delete from ledger_entries'],
    ['truncate ledger_entries'],
    ['update ledger_transactions set fact = fact'],
    ['delete from ledger_transactions'],
    ['delete from audit_entries'],
  ])('refuses: %s', async (statement) => {
    expect(await refusal(() => database.db.execute(sql.raw(statement)))).toMatch(/append only/);
  });

  it('takes a fact about a Stripe object once', async () => {
    const now = new Date('2026-01-01T00:00:00Z');
    const row = { fact: 'charge', stripeObjectId: 'ch_once', occurredAt: now, recordedAt: now };
    const id = newId();
    await database.db.transaction(async (tx) => {
      await tx.insert(ledgerTransactions).values({ id, ...row });
      await tx.insert(ledgerEntries).values(
        [5, -5].map((amountMinor) => ({
          transactionId: id,
          account: 'bank' as const,
          amountMinor,
          currency: 'EUR',
        })),
      );
    });
    expect(
      await refusal(() => database.db.insert(ledgerTransactions).values({ id: newId(), ...row })),
    ).toMatch(/ledger_transactions_fact_key/);
  });
});
