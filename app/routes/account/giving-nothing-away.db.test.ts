import { desc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveTestTier } from '../../../sandbox/histories/run-history.ts';
import { giftInput, payOnStripe } from '../../../sandbox/testing/gifts.ts';
import { type TestProduct, createTestProduct } from '../../../sandbox/testing/product.ts';
import { mails } from '../../db/schema/mail.ts';
import { recordStatements } from '../../db/testing/record-statements.ts';
import { confirmDonation } from '../../domain/donations/confirm-donation.server.ts';
import { startDonation } from '../../domain/donations/start-donation.server.ts';
import { requestEmailChange } from '../../domain/supporters/email-change/request-email-change.server.ts';
import { findOrCreateSupporter } from '../../domain/supporters/find-or-create-supporter.server.ts';
import { grantRole } from '../../domain/supporters/grant-role.server.ts';
import type { OutgoingMail } from '../../gateways/email/smtp.server.ts';
import { sendMail } from '../../jobs/send-mail.server.ts';
import { newId } from '../../platform/ids.ts';
import { action as donate } from '../giving/donate.tsx';
import { action as buyGift } from '../giving/gift.tsx';
import { action as join } from '../giving/join.tsx';
import { action as signIn } from './sign-in.tsx';
import { action as typeCode, loader as codePage } from './sign-in-code.tsx';

/** Everybody there can be behind an address; of the last nobody has ever heard. */
const known = {
  donor: 'donor@example.org',
  supporter: 'person@example.org',
  owner: 'owner@example.org',
};
const unknown = 'nobody@example.org';
let product: TestProduct;

beforeAll(async () => {
  // Nothing else may ask the database meanwhile, so no event is delivered.
  product = await createTestProduct({ deliversEvents: false });
  const { services } = product;
  await saveTestTier(product);
  for (const email of [known.supporter, known.owner]) {
    const { supporterId } = await findOrCreateSupporter(services, {
      ...{ email, name: 'Known', locale: 'en', country: null, stripeCustomerId: null },
    });
    if (email === known.owner)
      await grantRole(services, { actorId: null, supporterId, role: 'owner' });
  }
  const given = await startDonation(services, giftInput());
  if (!given.ok) throw new Error(given.reason);
  payOnStripe(product.stripe, given.value.checkoutUrl, { email: known.donor });
  await confirmDonation(services, given.value.donationId);
});
afterAll(() => product.close());

interface Observed {
  readonly answer: unknown;
  readonly statements: readonly string[];
}

/** What one request shows of itself: its answer, as far as it isn't what was typed, and what it asked of the database. */
async function observe(email: string, ask: () => Promise<unknown>): Promise<Observed> {
  const recording = recordStatements(product.services.database.pool);
  const answer = await ask();
  const statements = recording.stop();
  return { answer: await shapeOf(answer, email), statements };
}

async function shapeOf(answer: unknown, email: string): Promise<unknown> {
  const shown =
    answer instanceof Response
      ? { status: answer.status, headers: [...answer.headers], body: await answer.text() }
      : answer;
  const text = JSON.stringify(shown ?? null, (_, value: unknown) =>
    value instanceof Headers ? [...value] : value,
  );
  return (
    text
      .replaceAll(email, '<typed>')
      // Of what is drawn anew each time only the shape counts.
      .replaceAll(/cs_test_\w+/g, '<checkout>')
      .replaceAll(/[\w-]{43}/g, '<token>')
      .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<instant>')
      .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '<id>')
  );
}

/** Answers what was shown to all of them. */
async function expectSameForAll(ask: (email: string) => Promise<unknown>): Promise<unknown> {
  // Connections and plans are warm, so that the first is not the odd one out.
  await ask('warm-up@example.org');
  const of = await observe(unknown, () => ask(unknown));
  expect(of.statements.length).toBeGreaterThan(0);
  for (const [who, email] of Object.entries(known)) {
    expect(await observe(email, () => ask(email)), who).toEqual(of);
  }
  return of.answer;
}

function args(path: string, form: Record<string, string> | null, cookie?: string) {
  const request = new Request(`http://localhost:3000${path}`, {
    headers: { 'Sec-Fetch-Site': 'same-origin', ...(cookie ? { Cookie: cookie } : {}) },
    ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
  });
  const context = {
    services: product.services,
    entryScript: '',
    clientAddress: '127.0.0.1',
  };
  return { request, params: {}, context };
}

async function browserThatAsked(email: string): Promise<string> {
  const answer = await signIn(args('/sign-in', { email }));
  if (!(answer instanceof Response)) throw new Error('no redirect');
  return /giving=[\w-]+/.exec(answer.headers.get('Set-Cookie') ?? '')?.[0] ?? '';
}

describe('an address that is known is answered like one that is not, with the same statements', () => {
  it('when asking to sign in', () =>
    expectSameForAll((email) => signIn(args('/sign-in', { email }))));

  it('on the page for the code, and for a wrong code', async () => {
    const cookies = new Map<string, string>();
    for (const email of ['warm-up@example.org', unknown, ...Object.values(known)]) {
      cookies.set(email, await browserThatAsked(email));
    }
    await expectSameForAll((email) => codePage(args('/sign-in/code', null, cookies.get(email))));
    await expectSameForAll((email) =>
      typeCode(args('/sign-in/code', { code: '000000' }, cookies.get(email))),
    );
  });

  it('in the mail that follows, but for the secrets in it', async () => {
    const { db } = product.services;
    const handed: OutgoingMail[] = [];
    const services = {
      ...product.services,
      smtp: {
        send: async (mail: OutgoingMail) => {
          handed.push(mail);
          return { outcome: 'sent' as const };
        },
        close: () => undefined,
      },
    };
    await expectSameForAll(async (email) => {
      const [row] = await db
        .select({ id: mails.id })
        .from(mails)
        .where(eq(mails.recipient, email))
        .orderBy(desc(mails.createdAt), desc(mails.id))
        .limit(1);
      if (row) await sendMail(services, { mailId: row.id });
    });
    const texts = handed.map(({ text }) =>
      text.replaceAll(/[\w-]{43}/g, '<token>').replaceAll(/\d{3} \d{3}/g, '<code>'),
    );
    expect(texts.length).toBe(5);
    expect(new Set(texts).size).toBe(1);
  });

  it('when giving or joining: an address that is put into the form changes nothing', async () => {
    const gift = { frequency: 'once', currency: 'EUR', 'preset-once': '25' };
    const given = await expectSameForAll((email) => donate(args('/donate', { ...gift, email })));
    expect(given).toContain('<checkout>');
    const membership = { frequency: 'monthly', currency: 'EUR', ownAmount: '5' };
    const joined = await expectSameForAll((email) => join(args('/join', { ...membership, email })));
    expect(joined).toContain('<checkout>');
  });

  it('when somebody buys a gift for it', async () => {
    const gift = {
      ...{ tier: 'friend', months: '6', currency: 'EUR', fromName: 'A', toName: 'B' },
      delivery: 'mail',
    };
    const bought = await expectSameForAll((recipientEmail) =>
      buyGift(args('/gift', { ...gift, recipientEmail })),
    );
    expect(bought).toContain('<checkout>');
  });

  it('when an account asks for another address', async () => {
    const { services } = product;
    await expectSameForAll(async (newEmail) => {
      const { supporterId } = await findOrCreateSupporter(services, {
        ...{ email: 'asking@example.org', name: null, locale: 'en', country: null },
        stripeCustomerId: null,
      });
      const { ok } = await requestEmailChange(services, {
        ...{ supporterId, sessionId: newId(), newEmail, locale: 'en' },
      });
      return { ok };
    });
  });
});
