import type Stripe from 'stripe';
import { eq } from 'drizzle-orm';
import { membershipChanges } from '../../app/db/schema/memberships.ts';
import { mails } from '../../app/db/schema/mail.ts';
import { payments } from '../../app/db/schema/ledger.ts';
import { decideEntitlement } from '../../app/domain/entitlements/decide-entitlement.server.ts';
import { checkLedger, ledgerAgrees } from '../../app/domain/ledger/check-ledger.server.ts';
import { readMembership } from '../../app/domain/memberships/read-membership.server.ts';
import { findOrCreateSupporter } from '../../app/domain/supporters/find-or-create-supporter.server.ts';
import { openSession } from '../../app/domain/supporters/open-session.server.ts';
import { linkStripeCustomer } from '../../app/domain/supporters/stripe-customer.server.ts';
import { createStripeClient } from '../../app/gateways/stripe/client.server.ts';
import { actOnTheDay } from '../../app/jobs/act-on-the-day.server.ts';
import { prepareMail } from '../../app/jobs/mail/prepare-mail.server.ts';
import { readWaitingMail } from '../../app/jobs/mail/outbox-row.server.ts';
import { addDays, toUnix } from '../../app/kernel/dates.ts';
import { fail } from '../../app/kernel/result.ts';
import { loader as readMembershipPage } from '../../app/routes/account/membership.tsx';
import { type TestProduct, createTestProduct } from '../testing/product.ts';

/** A person whose whole support happens on one test clock of Stripe's: https://docs.stripe.com/billing/testing/test-clocks */
export interface Patron {
  readonly product: TestProduct;
  readonly email: string;
  readonly supporter: { readonly id: string; readonly email: string };
  /** Stripe's own SDK, as the newsroom's accountant might use it. */
  readonly stripe: Stripe;
  now(): Date;
  /** Day after day until then: Stripe's clock, its events, our jobs and what falls due. */
  passUntil(then: Date): Promise<void>;
  /** What the account shows today. */
  account(): ReturnType<typeof readMembershipPage>;
  access(): ReturnType<typeof decideEntitlement>;
  /** The mails since this was last asked, in order, each written on the day when it was queued. */
  newMails(): Promise<string[]>;
  /** What was charged since this was last asked, in minor units, in order; refunds are negative. */
  newPayments(): Promise<number[]>;
  /** The membership in force. */
  membershipId(): Promise<string>;
  /** What recurring revenue is counted from, oldest first: "day kind from -> to", a month's minor units. */
  movements(): Promise<string[]>;
  /** Is the ledger Stripe's own balance history, to the cent? */
  booksAgree(): Promise<boolean>;
  close(): Promise<void>;
}

export async function createPatron(startsAt: Date): Promise<Patron> {
  let now = startsAt;
  const product = await createTestProduct({ startsAt, clock: { now: () => now } });
  const { services } = product;
  const email = 'a-year@example.org';
  const stripe = createStripeClient({
    secretKey: services.env.stripeSecretKey,
    apiBase: product.stripe.url,
  });
  const clock = await stripe.testHelpers.testClocks.create({ frozen_time: toUnix(startsAt) });
  const customer = await stripe.customers.create({ email, test_clock: clock.id });
  const { supporterId } = await findOrCreateSupporter(services, {
    ...{ email, name: 'Olha', locale: 'en', country: null, stripeCustomerId: null },
  });
  await linkStripeCustomer(services, supporterId, customer.id);
  const { token } = await openSession(services, {
    ...{ supporterId, openedBy: 'mail', userAgent: null, previousToken: null },
  });
  const collected: string[] = [];
  const toldMails = new Set<string>();
  const toldPayments = new Set<string>();

  /** Writes what has been queued, as the mail job would on that day. */
  async function collectMails(): Promise<void> {
    const rows = await services.db
      .select({ id: mails.id, template: mails.template })
      .from(mails)
      .where(eq(mails.recipient, email))
      .orderBy(mails.createdAt, mails.template);
    for (const { id, template } of news(rows, toldMails)) {
      const waiting = await readWaitingMail(services, id);
      const prepared = waiting ? await prepareMail(services, waiting) : fail('not_waiting');
      collected.push(prepared.ok ? template : `${template}: ${prepared.reason}`);
    }
  }

  async function moveTo(then: Date): Promise<void> {
    now = then;
    await stripe.testHelpers.testClocks.advance(clock.id, { frozen_time: toUnix(then) });
    await product.settle();
    await actOnTheDay(services);
    await product.settle();
    await collectMails();
  }

  return {
    product,
    email,
    stripe,
    supporter: { id: supporterId, email },
    now: () => now,
    async passUntil(then) {
      for (let day = addDays(now, 1); day < then; day = addDays(day, 1)) await moveTo(day);
      await moveTo(then);
    },
    account: () =>
      readMembershipPage({
        request: new Request('http://app.test/account/membership', {
          headers: { Cookie: `session=${token}` },
        }),
        params: {},
        context: { services, entryScript: '', clientAddress: '127.0.0.1' },
      }),
    access: () => decideEntitlement(services, { supporterId, role: null }),
    async newMails() {
      await collectMails();
      return collected.splice(0);
    },
    async newPayments() {
      const rows = await services.db
        .select({ id: payments.id, amountMinor: payments.amountMinor })
        .from(payments)
        .where(eq(payments.supporterId, supporterId))
        .orderBy(payments.occurredAt);
      return news(rows, toldPayments).map(({ amountMinor }) => amountMinor);
    },
    async membershipId() {
      const membership = await readMembership(services, supporterId);
      if (!membership) throw new Error('No membership');
      return membership.id;
    },
    async movements() {
      const rows = await services.db
        .select()
        .from(membershipChanges)
        .orderBy(membershipChanges.at, membershipChanges.id);
      return rows.map(
        ({ at, kind, fromMonthlyMinor, toMonthlyMinor }) =>
          `${at.toISOString().slice(0, 10)} ${kind} ${fromMonthlyMinor} -> ${toMonthlyMinor}`,
      );
    },
    booksAgree: async () => ledgerAgrees(await checkLedger(services)),
    close: () => product.close(),
  };
}

function news<Row extends { id: string }>(rows: readonly Row[], told: Set<string>): Row[] {
  const fresh = rows.filter(({ id }) => !told.has(id));
  for (const { id } of fresh) told.add(id);
  return fresh;
}
