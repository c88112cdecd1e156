import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { joinAsPatron, offerTiers } from '../../../sandbox/testing/patrons.ts';
import { type TestProduct, createTestProduct } from '../../../sandbox/testing/product.ts';
import { memberships } from '../../db/schema/memberships.ts';
import { type MailLinkAct, mailLink, readMailLink } from '../../domain/memberships/mail-link.ts';
import { addDays } from '../../kernel/dates.ts';
import { loader as comeBack } from './card-return.tsx';
import { action as press, headers, loader as open } from './card.tsx';

let product: TestProduct;
beforeAll(async () => {
  // Ahead of the database's clock: what is to be looked at "in two minutes" is not due over and over.
  product = await createTestProduct({ startsAt: new Date('2031-03-03T10:00:00Z') });
  await offerTiers(product);
});
afterAll(() => product.close());

function tokenFor(
  membershipId: string,
  parts: { act?: MailLinkAct; secret?: string; now?: Date } = {},
): string {
  const { env, clock } = product.services;
  const link = mailLink(parts.secret ?? env.appSecret, {
    ...{ membershipId, appUrl: env.appUrl, locale: 'en' },
    act: parts.act ?? 'card',
    now: parts.now ?? clock.now(),
  });
  return link.split('/').at(-1) ?? '';
}

function argsFor(token: string, path = '', init: RequestInit = {}) {
  const { services } = product;
  return {
    request: new Request(`${services.env.appUrl}/links/card/${token}${path}`, init),
    params: { token },
    context: { services, entryScript: '', clientAddress: '203.0.113.7' },
  };
}

/** Follows the link: the address it leads on to, or what its page says. */
async function follow(token: string) {
  try {
    const { data, init } = await open(argsFor(token));
    return { to: null, view: data, status: init?.status ?? 200 };
  } catch (thrown) {
    if (!(thrown instanceof Response)) throw thrown;
    return { to: thrown.headers.get('Location') ?? '', view: null, status: thrown.status };
  }
}

async function rowOf(membershipId: string) {
  const { db } = product.services;
  const [row] = await db.select().from(memberships).where(eq(memberships.id, membershipId));
  if (!row) throw new Error('no membership');
  return row;
}

async function failing(email: string, card = '4000000000000341'): Promise<string> {
  const { membershipId } = await joinAsPatron(product, { email, amountMinor: 1000 });
  const { engine } = product.stripe;
  const { stripeCustomerId, stripeSubscriptionId } = await rowOf(membershipId);
  engine.replaceCard(stripeCustomerId ?? '', card);
  engine.request('POST', `/v1/subscriptions/${stripeSubscriptionId ?? ''}`, {
    billing_cycle_anchor: { type: 'now' },
    proration_behavior: 'none',
  });
  await product.settle();
  expect(await rowOf(membershipId)).toMatchObject({ status: 'past_due' });
  return membershipId;
}

const sessionOf = (url: string | null) => /cs_test_[A-Za-z0-9]+/.exec(url ?? '')?.[0] ?? '';
const sessionsMade = () => product.stripe.engine.store.order('checkout.session').length;

describe('the link of a mail about a failed payment', () => {
  it('leads straight to Stripe, however often it is opened, and changes nothing of ours', async () => {
    const id = await failing('scanned@example.org');
    const before = { row: await rowOf(id), made: sessionsMade() };
    const followed = [];
    for (let time = 0; time < 5; time += 1) followed.push(await follow(tokenFor(id)));
    expect(new Set(followed.map(({ to }) => to)).size).toBe(1);
    expect(followed[0]?.status).toBe(302);
    expect(sessionsMade()).toBe(before.made + 1);
    expect(await rowOf(id)).toEqual(before.row);
  });

  it('is paid with the new card by the time one is back, and says so without a word about the person', async () => {
    const email = 'repaired@example.org';
    const id = await failing(email);
    const token = tokenFor(id);
    const session = sessionOf((await follow(token)).to);
    const card = '5555555555554444';
    product.stripe.engine.completeCheckout(session, { card, email, name: 'Maria Reader' });
    const { data, init } = await comeBack(argsFor(token, `/return?session=${session}`));
    expect(init?.status).toBe(200);
    expect(data.live?.outcome).toMatchObject({ kind: 'paid' });
    expect(JSON.stringify(data)).not.toMatch(/repaired@|Maria|4444/);
    const cancel = data.live?.cancelUrl?.split('/').at(-1) ?? '';
    const { env, clock } = product.services;
    expect(readMailLink(env.appSecret, 'cancellation', cancel, clock.now())).toMatchObject({
      membershipId: id,
    });
    expect(await rowOf(id)).toMatchObject({ status: 'active', paymentTrouble: null });
    await product.settle();
    expect((await follow(token)).view).toEqual({ state: 'well' });
  });

  it('leads to the invoice when the bank only asks for confirmation', async () => {
    const id = await failing('asked@example.org', '4000002760003184');
    expect((await follow(tokenFor(id))).to).toContain('/i/');
  });

  it('shows the way back when Stripe’s page was left', async () => {
    const id = await failing('left@example.org');
    const { data } = await comeBack(argsFor(tokenFor(id), '/return'));
    expect(data.live?.outcome).toMatchObject({ kind: 'left', amount: { currency: 'EUR' } });
  });

  it('says that it has ended, and opens no page any more', async () => {
    const id = await failing('ended@example.org');
    const { stripeSubscriptionId } = await rowOf(id);
    product.stripe.engine.request('DELETE', `/v1/subscriptions/${stripeSubscriptionId ?? ''}`);
    await product.settle();
    expect(await follow(tokenFor(id))).toMatchObject({ to: null, view: { state: 'ended' } });
  });
});

describe('a link that is not for this', () => {
  it('opens nothing: another act, another secret, a changed letter, too old, another membership’s page', async () => {
    const id = await failing('abused@example.org');
    const other = await failing('victim@example.org');
    const now = product.services.clock.now();
    const made = sessionsMade();
    const token = tokenFor(id);
    const changed = token.slice(0, -2) + (token.endsWith('AA') ? 'BB' : 'AA');
    const dead = [
      tokenFor(id, { act: 'cancellation' }),
      tokenFor(id, { secret: 'y'.repeat(64) }),
      changed,
      tokenFor('0193a5f0-7c3e-7abc-9def-012345678abc'),
    ];
    for (const one of dead) {
      expect(await follow(one)).toEqual({
        ...{ to: null, status: 404 },
        view: { state: 'dead', dead: 'unknown' },
      });
    }
    const old = tokenFor(id, { now: addDays(now, -61) });
    expect(await follow(old)).toMatchObject({ status: 410, view: { dead: 'expired' } });
    expect(sessionsMade()).toBe(made);
    const theirs = sessionOf((await follow(tokenFor(other))).to);
    const { data, init } = await comeBack(argsFor(token, `/return?session=${theirs}`));
    expect(init?.status).toBe(404);
    expect(data.live?.outcome).toEqual({ kind: 'failed', failure: 'foreign' });
  });

  it('is refused when another site posts it', async () => {
    const { membershipId } = await joinAsPatron(product, {
      email: 'forged@example.org',
      amountMinor: 1000,
    });
    const post = argsFor(tokenFor(membershipId), '', {
      method: 'POST',
      headers: { Origin: 'https://elsewhere.example' },
    });
    await expect(press(post)).rejects.toMatchObject({ status: 403 });
  });

  it('is kept by nobody and told to no other site', () => {
    const sent = headers({
      actionHeaders: new Headers(),
      errorHeaders: undefined,
      loaderHeaders: new Headers(),
      parentHeaders: new Headers(),
    });
    expect(sent).toEqual({
      'Cache-Control': 'private, no-store',
      'Referrer-Policy': 'same-origin',
    });
  });
});
