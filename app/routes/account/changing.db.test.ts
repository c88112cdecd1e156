import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { putFailingCard } from '../../../sandbox/testing/gifts.ts';
import {
  type TestPatron,
  joinAsPatron,
  offerTiers,
  passDays,
} from '../../../sandbox/testing/patrons.ts';
import { type TestProduct, createTestProduct } from '../../../sandbox/testing/product.ts';
import { readMembershipById } from '../../domain/memberships/read-membership.server.ts';
import { openSession } from '../../domain/supporters/open-session.server.ts';
import { action as choose, loader as form } from './change.tsx';
import { action as confirm, loader as preview } from './change-preview.tsx';
import { action as withdraw } from './change-withdrawal.tsx';
import { loader as membershipPage } from './membership.tsx';
import { action as pause, loader as pausePage } from './pause.tsx';
import { action as resume, loader as resumePage } from './pause-resumption.tsx';

let product: TestProduct;
beforeAll(async () => {
  product = await createTestProduct({ startsAt: new Date('2026-03-03T10:00:00Z') });
  await offerTiers(product);
});
afterAll(() => product.close());

type Run = (args: Parameters<typeof choose>[0]) => Promise<unknown>;

/** What a route answers: a page's data with its status, or where it leads. */
async function ask(
  run: Run,
  path: string,
  options: { cookie?: string; body?: Record<string, string>; origin?: string } = {},
): Promise<{ status: number; location: string | null; page: unknown }> {
  const { cookie = '', body, origin = 'http://localhost:3000' } = options;
  const request = new Request(`http://localhost:3000${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { Cookie: cookie, Origin: origin },
    ...(body ? { body: new URLSearchParams(body) } : {}),
  });
  const context = { services: product.services, entryScript: '', clientAddress: '203.0.113.9' };
  const answer = await run({ request, params: {}, context }).catch((thrown: unknown) => thrown);
  if (answer instanceof Response) {
    return { status: answer.status, location: answer.headers.get('Location'), page: null };
  }
  if (answer instanceof Error) throw answer;
  const isData = typeof answer === 'object' && answer !== null && 'init' in answer;
  if (!isData) return { status: 200, location: null, page: answer };
  const { data, init } = answer as { data: unknown; init: { status?: number } | null };
  return { status: init?.status ?? 200, location: null, page: data };
}

async function patronOf(email: string, amountMinor = 1000) {
  const patron = await joinAsPatron(product, { email, amountMinor });
  const { token } = await openSession(product.services, {
    ...{ supporterId: patron.supporterId, openedBy: 'mail', userAgent: null, previousToken: null },
  });
  return { ...patron, cookie: `session=${token}` };
}
const membershipOf = async ({ membershipId }: TestPatron) =>
  (await readMembershipById(product.services, membershipId))?.membership;

const path = '/account/membership/change';
const choice = { tier: 'patron', frequency: 'monthly', ownAmount: '15' };
/** What the preview's form sends back. */
async function shownTo(cookie: string, body: Record<string, string>) {
  const shown = await ask(preview, `${path}/preview?${new URLSearchParams(body)}`, { cookie });
  const { preview: view } = shown.page as {
    preview: { shown: Record<string, number>; figures: unknown };
  };
  const sent = Object.entries(view.shown).map(([name, value]) => [name, String(value)]);
  return { ...body, ...(Object.fromEntries(sent) as Record<string, string>) };
}

/** The levers of the sandbox Stripe. */
async function trouble(lever: string, body: object): Promise<void> {
  const { status } = await fetch(`${product.stripe.url}/_sandbox/${lever}`, {
    ...{ method: 'POST', headers: { 'Content-Type': 'application/json' } },
    body: JSON.stringify(body),
  });
  expect(status).toBe(200);
}

describe('the pages of a change', () => {
  it('are nobody else’s, and take no form from elsewhere', async () => {
    for (const run of [form, preview, pausePage, resumePage, membershipPage]) {
      const { status, location } = await ask(run, path);
      expect([status, location]).toEqual([302, expect.stringContaining('/sign-in?next=')]);
    }
    const { cookie } = await patronOf('elsewhere@example.org');
    for (const run of [choose, confirm, withdraw, pause, resume]) {
      const foreign = { cookie, body: choice, origin: 'https://elsewhere.example' };
      expect((await ask(run as Run, path, foreign)).status).toBe(403);
    }
  });

  it('say at its field what is wrong, and keep what was typed', async () => {
    const { cookie } = await patronOf('wrong@example.org');
    const post = (body: Record<string, string>) => ask(choose, path, { cookie, body });
    expect(await post({ ...choice, ownAmount: 'much' })).toMatchObject({
      status: 422,
      page: { form: { problems: { amount: 'amount_unreadable' }, typed: { ownAmount: 'much' } } },
    });
    expect(await post({ ...choice, tier: 'benefactor', coversFee: 'yes' })).toMatchObject({
      status: 422,
      page: {
        ...{ formProblem: 'below_tier_minimum', tierSlug: 'benefactor' },
        form: { typed: { ownAmount: '15', coversFee: true } },
      },
    });
    expect(await post({ ...choice, ownAmount: '10,00' })).toMatchObject({
      status: 422,
      page: { formProblem: 'nothing_changes' },
    });
    expect(await post({ ...choice, tier: 'gone' })).toMatchObject({
      status: 422,
      page: { formProblem: 'tier_unknown' },
    });
    // An empty amount is the tier's own minimum.
    expect(await post({ ...choice, tier: 'benefactor', ownAmount: '' })).toMatchObject({
      status: 303,
      location: '/account/membership/change/preview?tier=benefactor&frequency=monthly&ownAmount=',
    });
  });

  it('charge what was shown, and nothing when the form says something else', async () => {
    const patron = await patronOf('shown@example.org');
    const { cookie } = patron;
    const body = await shownTo(cookie, choice);
    const forged = await ask(confirm, path, { cookie, body: { ...body, dueNow: '1' } });
    expect(forged).toMatchObject({ status: 409, page: { isOutdated: true } });
    expect((await membershipOf(patron))?.amount.amountMinor).toBe(1000);
    const done = await ask(confirm, `/uk${path}`, { cookie, body });
    expect(done).toMatchObject({ status: 303, location: '/uk/account/membership?changed=now' });
    expect((await membershipOf(patron))?.amount.amountMinor).toBe(1500);
    // The button was pressed twice.
    expect(await ask(confirm, path, { cookie, body })).toMatchObject({
      ...{ status: 303, location: '/account/membership?changed=now' },
    });
  });

  it('lead on when the payment is declined', async () => {
    const patron = await patronOf('declined@example.org');
    const { cookie } = patron;
    putFailingCard(product.stripe, patron.email);
    const body = await shownTo(cookie, choice);
    const answer = await ask(confirm, path, { cookie, body });
    expect(answer).toMatchObject({ status: 402, page: { unpaid: { kind: 'declined' } } });
    const { unpaid } = answer.page as { unpaid: { payUrl: string } };
    expect(unpaid.payUrl).toContain('/i/');
    expect((await membershipOf(patron))?.amount.amountMinor).toBe(1000);
  });

  it('plan less for later, show it, and take it back', async () => {
    const patron = await patronOf('less@example.org');
    const { cookie } = patron;
    const body = await shownTo(cookie, { ...choice, tier: 'friend', ownAmount: '5' });
    expect(await ask(confirm, path, { cookie, body })).toMatchObject({
      ...{ status: 303, location: '/account/membership?changed=later' },
    });
    const { page } = await ask(membershipPage, '/account/membership', { cookie });
    expect(page).toMatchObject({
      membership: {
        ...{ amount: { amountMinor: 1000 }, next: { amount: { amountMinor: 500 } } },
        nextCharge: { amount: { amountMinor: 500 } },
      },
    });
    const withdrawn = () => ask(withdraw, `${path}/withdrawal`, { cookie, body: {} });
    expect((await withdrawn()).location).toBe('/account/membership?withdrawn=yes');
    expect((await withdrawn()).location).toBe('/account/membership?withdrawn=nothing_scheduled');
    expect((await membershipOf(patron))?.next).toBeNull();
  });

  it('say why it can’t be while a payment fails, and send nobody further', async () => {
    const patron = await patronOf('failing@example.org');
    const { cookie } = patron;
    putFailingCard(product.stripe, patron.email);
    await passDays(product, 32);
    for (const run of [form, preview]) {
      const asked = await ask(run, `${path}?${new URLSearchParams(choice)}`, { cookie });
      expect(asked.page).toMatchObject({ barrier: 'payment_failing' });
    }
    expect(await ask(choose, path, { cookie, body: choice })).toMatchObject({
      ...{ status: 409, page: { barrier: 'payment_failing' } },
    });
    const paused = await ask(pause, '/account/membership/pause', { cookie, body: { months: '1' } });
    expect(paused).toMatchObject({ status: 409, page: { barrier: 'payment_failing' } });
  });

  it('say when Stripe is away, keep what was typed, and change nothing', async () => {
    const patron = await patronOf('outage@example.org');
    const { cookie } = patron;
    const body = await shownTo(cookie, choice);
    await trouble('api-troubles', { error_before_percent: 100 });
    try {
      expect(await ask(choose, path, { cookie, body: choice })).toMatchObject({
        status: 503,
        page: { barrier: 'payments_unavailable', form: { typed: { ownAmount: '15' } } },
      });
      expect(await ask(confirm, path, { cookie, body })).toMatchObject({
        ...{ status: 503, page: { barrier: 'payments_unavailable' } },
      });
      const months = { cookie, body: { months: '1' } };
      expect(await ask(pause, '/account/membership/pause', months)).toMatchObject({
        ...{ status: 503, page: { barrier: 'payments_unavailable' } },
      });
    } finally {
      await trouble('no-troubles', {});
    }
    expect((await membershipOf(patron))?.amount.amountMinor).toBe(1000);
  });
});

describe('the pages of a pause', () => {
  it('ask for how long, pause once, and resume', async () => {
    const patron = await patronOf('pauses@example.org');
    const { cookie } = patron;
    const ofPause = '/account/membership/pause';
    for (const months of ['', '4', 'long']) {
      expect(await ask(pause, ofPause, { cookie, body: { months } })).toMatchObject({
        ...{ status: 422, page: { error: 'membershipPause.choose' } },
      });
    }
    expect(await ask(resumePage as Run, ofPause, { cookie })).toMatchObject({ status: 302 });
    for (const attempt of ['first', 'second']) {
      const { location } = await ask(pause, ofPause, { cookie, body: { months: '3' } });
      expect([attempt, location]).toEqual([attempt, '/account/membership?paused=yes']);
    }
    expect(await ask(pausePage as Run, ofPause, { cookie })).toMatchObject({
      page: { barrier: 'already_paused' },
    });
    expect(await ask(resumePage as Run, ofPause, { cookie })).toMatchObject({
      page: { chargedNow: null },
    });
    expect(await ask(resume as Run, ofPause, { cookie, body: {} })).toMatchObject({
      location: '/account/membership?resumed=yes',
    });
    expect((await membershipOf(patron))?.status).toBe('active');
  });
});
