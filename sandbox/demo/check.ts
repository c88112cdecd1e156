import { openDatabase } from '../../app/db/client.server.ts';
import { checkLedger, ledgerAgrees } from '../../app/domain/ledger/check-ledger.server.ts';
import { createStripeClient } from '../../app/gateways/stripe/client.server.ts';
import { readEnv } from '../../app/platform/env.ts';
import { createLogger } from '../../app/platform/logger.ts';
import { compareMemberships } from './history/compare-memberships.ts';
import { demoContext } from './history/demo-context.ts';

/**
 * Compares the running sandbox Stripe with our database over HTTP: the ledger with the balance
 * transactions, memberships with subscriptions. Ends with 1 when anything differs.
 */
const say = (line: string) => process.stdout.write(`${line}\n`);
const env = readEnv(process.env);
const database = openDatabase(env.databaseUrl, { max: 2 });
try {
  const ctx = demoContext(database.db, env, createLogger('warn'));
  const ledger = await checkLedger(ctx);
  for (const { currency, oursMinor, theirsMinor } of ledger.totals) {
    say(`${currency}: ${oursMinor} in our ledger, ${theirsMinor} at Stripe (minor units, net)`);
  }
  for (const { balanceTransactionId, type, net } of ledger.missing) {
    say(`Not booked: ${balanceTransactionId}, a ${type} of ${net.amountMinor} ${net.currency}`);
  }
  for (const { balanceTransactionId, ours, theirs } of ledger.differing) {
    say(
      `Differs: ${balanceTransactionId}, ${ours.amountMinor} ${ours.currency} here, ${theirs ? `${theirs.amountMinor} ${theirs.currency}` : 'nothing'} at Stripe`,
    );
  }
  const memberships = await compareMemberships(
    database.db,
    createStripeClient({ secretKey: env.stripeSecretKey, apiBase: env.stripeApiBase }),
  );
  say(`${memberships.compared} memberships compared with their subscriptions`);
  for (const difference of memberships.differences) say(`Differs: ${difference}`);
  const agrees = ledgerAgrees(ledger) && memberships.differences.length === 0;
  say(agrees ? 'Everything agrees.' : 'There are differences.');
  process.exitCode = agrees ? 0 : 1;
} finally {
  await database.close();
}
