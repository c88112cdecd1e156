import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { giftInput, payOnStripe } from '../../../sandbox/testing/gifts.ts';
import { type TestProduct, createTestProduct } from '../../../sandbox/testing/product.ts';
import { createStripePayments } from '../../gateways/stripe/payments.server.ts';
import { donations } from '../../db/schema/donations.ts';
import { saveArticle } from '../../domain/articles/save-article.server.ts';
import { saveSections } from '../../domain/articles/save-sections.server.ts';
import { startAskTest } from '../../domain/asks/ab-test/start-ask-test.server.ts';
import { startDonation } from '../../domain/donations/start-donation.server.ts';
import { startMembership } from '../../domain/memberships/start-membership.server.ts';
import { saveNewsroom } from '../../domain/newsroom/save-newsroom.server.ts';
import { givingCurrencies } from '../../kernel/currencies.ts';
import { saveAsks } from '../../domain/asks/save-asks.server.ts';
import { readCampaign } from '../../domain/campaigns/read-campaign.server.ts';
import { saveCampaign } from '../../domain/campaigns/save-campaign.server.ts';
import { money } from '../../kernel/money.ts';
import { newId } from '../../platform/ids.ts';
import { action, loader as donatePage } from './donate.tsx';
import { loader as orderPage } from './order.tsx';
import { loader as thanksPage } from './thanks.tsx';

let product: TestProduct;
const askId = newId();

beforeAll(async () => {
  product = await createTestProduct();
  const ctx = product.services;
  const both = { en: 'Both', uk: 'Обидві' };
  await saveSections(ctx, [{ slug: 'river', name: both, description: both }]);
  const saved = await saveArticle(ctx, {
    slug: 'high-water',
    language: 'en',
    sectionSlug: 'river',
    headline: 'High water',
    dek: 'It rose',
    body: 'It rose and rose.',
    teaser: null,
    access: 'free',
    isSensitive: false,
    tags: [],
    pictureId: null,
    pictureCaption: null,
    seoDescription: null,
    status: 'published',
    publishedAt: new Date(ctx.clock.now().getTime() - 60_000),
    authorSlugs: [],
  });
  expect(saved.ok).toBe(true);
  await saveAsks(ctx, [{ id: askId, name: 'default', heading: both, body: both, rules: {} }]);
  await saveCampaign(ctx, {
    id: newId(),
    slug: 'boat',
    title: both,
    description: both,
    goal: money(100_00, 'EUR'),
    startsAt: new Date(0),
    endsAt: new Date('2100-01-01'),
  });
});
afterAll(() => product.close());

const origin = 'http://localhost:3000';
const gift = { frequency: 'once', currency: 'EUR', 'preset-once': '25', ownAmount: '' };

/** Each visit from an address of its own: limits have tests of their own. */
let visits = 0;

function visit(path: string, init: RequestInit = {}, params: Record<string, string> = {}) {
  return {
    request: new Request(`${origin}${path}`, init),
    params,
    context: {
      services: product.services,
      entryScript: '',
      clientAddress: `203.0.113.${(visits += 1)}`,
    },
  };
}

function post(fields: Record<string, string>, headers: Record<string, string> = {}) {
  return action(
    visit('/donate', {
      method: 'POST',
      headers: { 'Sec-Fetch-Site': 'same-origin', Origin: origin, ...headers },
      body: new URLSearchParams({ ...gift, ...fields }),
    }),
  );
}

async function begin(fields: Record<string, string>, headers: Record<string, string> = {}) {
  const answer = await post(fields, headers);
  if (!(answer instanceof Response)) throw new Error('The form came back');
  const checkoutUrl = answer.headers.get('Location') ?? '';
  const [row] = await product.services.db
    .select()
    .from(donations)
    .where(eq(donations.checkoutUrl, checkoutUrl));
  if (!row) throw new Error('No donation');
  const cookie = (answer.headers.get('Set-Cookie') ?? '').split(';')[0] ?? '';
  return { answer, checkoutUrl, row, cookie };
}

const open = (page: typeof thanksPage | typeof orderPage, id: string, cookie: string) =>
  page(visit(`/x`, { headers: { Cookie: cookie } }, { kind: 'donation', id }));

/** Runs with a Stripe that nobody answers at. */
async function withoutStripe<Value>(run: () => Promise<Value>): Promise<Value> {
  const whole = product;
  const payments = createStripePayments({
    secretKey: 'sk_test_product',
    apiBase: 'http://127.0.0.1:9',
    environment: 'sandbox',
  });
  product = { ...whole, services: { ...whole.services, payments } };
  try {
    return await run();
  } finally {
    product = whole;
  }
}

describe('When Stripe does not answer', () => {
  it('the form comes back with what was typed, nothing is half made, and trying again works', async () => {
    const attempt = { attempt: 'attempt-while-stripe-is-down', ownAmount: '31,50' };
    const answer = await withoutStripe(() => post(attempt));
    expect(answer).toMatchObject({
      init: { status: 503 },
      data: { notice: expect.anything() as unknown, form: { typed: { ownAmount: '31,50' } } },
    });
    const pending = await product.services.db
      .select({ status: donations.status, checkoutId: donations.checkoutId })
      .from(donations)
      .where(eq(donations.amountMinor, 3150));
    expect(pending).toEqual([{ status: 'failed', checkoutId: null }]);
    const { row } = await begin(attempt);
    expect(row).toMatchObject({ status: 'pending', amountMinor: 3150 });
  });

  it('the thank-you page says so, and tells the truth once it answers', async () => {
    const { row, checkoutUrl, cookie } = await begin({ ownAmount: '17' });
    payOnStripe(product.stripe, checkoutUrl, { email: 'patience@example.org' });
    const early = await withoutStripe(async () => open(thanksPage, row.id, cookie));
    expect(early.init?.status).toBe(503);
    const later = await open(thanksPage, row.id, cookie);
    expect(later.data).toMatchObject({ state: 'given' });
  });
});

describe('POST /donate', () => {
  it('writes the pending row with what brought it, then leads to Stripe', async () => {
    const { answer, row } = await begin(
      { article: 'high-water', ask: askId, referrer: 'search.example', note: 'Good' },
      { Referer: `${origin}/river/high-water?utm_source=letter` },
    );
    expect(answer.status).toBe(303);
    expect(answer.headers.get('Set-Cookie')).toMatch(/HttpOnly/);
    expect(row).toMatchObject({
      status: 'pending',
      amountMinor: 2500,
      askId,
      referrerHost: 'search.example',
      utmSource: 'letter',
      returnTo: '/river/high-water',
      note: 'Good',
    });
    expect(row.articleId).not.toBeNull();
  });

  it('remembers the variant of a test that its form stood in, or that was seen before', async () => {
    const words = { en: 'Other', uk: 'Інші' };
    await startAskTest(product.services, {
      ...{ askId, shareB: 50, holdBack: 10, actorId: newId(), reason: '' },
      b: { heading: words, body: words, frequency: 'once' },
    });
    const own = await begin({ article: 'high-water', ask: askId, variant: '1b', attempt: '' });
    expect(own.row).toMatchObject({ askId, askVariant: '1b' });
    const seen = await begin({
      lastArticle: 'high-water',
      lastAsk: `${askId} 1a`,
      ownAmount: '41',
    });
    expect(seen.row).toMatchObject({ askId, askVariant: '1a' });
    const held = await begin({
      lastArticle: 'high-water',
      lastAsk: `${askId} 1none`,
      ownAmount: '42',
    });
    expect(held.row).toMatchObject({ askId: null, askVariant: `1none:${askId}` });
    const wrong = await begin({
      article: 'high-water',
      ask: askId,
      variant: '7b',
      ownAmount: '43',
    });
    expect(wrong.row).toMatchObject({ askId, askVariant: null });
  });

  it('takes no gift in a currency that is not offered, nor its figure for one in another', async () => {
    const save = (currencies: readonly ('EUR' | 'UAH')[] | null) =>
      saveNewsroom(product.services, {
        actorId: null,
        changes: { currencies: currencies ?? givingCurrencies },
      });
    await save(['EUR', 'UAH']);
    try {
      const answer = await post({ currency: 'JPY', ownAmount: '2500', note: 'Kept' });
      expect(answer).toMatchObject({
        init: { status: 422 },
        data: {
          form: {
            ...{ currency: 'EUR', currencies: ['EUR', 'UAH'] },
            ...{ problems: { amount: 'currency_gone' }, typed: { ownAmount: '', note: 'Kept' } },
          },
        },
      });
      const asked = await begin({ currency: 'UAH', ownAmount: '400' });
      expect(asked.row).toMatchObject({ currency: 'UAH', amountMinor: 40_000 });
      // Whoever starts one otherwise is told the same.
      const gift = giftInput({ amount: money(2_500, 'JPY') });
      const gone = { ok: false, reason: 'currency_gone' };
      expect(await startDonation(product.services, gift)).toEqual(gone);
      const patron = { ...gift, interval: 'month' as const, tierSlug: null };
      expect(await startMembership(product.services, patron)).toEqual(gone);
    } finally {
      await save(null);
    }
  });

  it('does not believe ids and slugs that name nothing', async () => {
    const { row } = await begin({ article: 'nowhere', ask: newId(), campaign: 'none' });
    expect(row).toMatchObject({ articleId: null, askId: null, campaignId: null, returnTo: null });
  });

  it('leads a click on a gift that has been paid meanwhile to its thanks', async () => {
    const attempt = { attempt: 'b'.repeat(32) };
    const { row, checkoutUrl, cookie } = await begin(attempt);
    payOnStripe(product.stripe, checkoutUrl, { email: 'twice@example.org' });
    await product.settle();
    const again = await post(attempt, { Cookie: cookie });
    if (!(again instanceof Response)) throw new Error('The form came back');
    expect(again.status).toBe(303);
    expect(again.headers.get('Location')).toBe(`/thanks/donation/${row.id}`);
  });

  it('finds the first order again on a second click', async () => {
    const attempt = { attempt: 'a'.repeat(32) };
    const first = await begin(attempt);
    const second = await begin(attempt, { Cookie: first.cookie });
    expect(second.row.id).toBe(first.row.id);
    const changed = await begin({ ...attempt, ownAmount: '7' }, { Cookie: first.cookie });
    expect(changed.row.id).not.toBe(first.row.id);
  });

  it('gives the form back with what was typed', async () => {
    const answer = await post({ ownAmount: '0,10', note: 'Kept' });
    if (answer instanceof Response) throw new Error('It was accepted');
    expect(answer.init?.status).toBe(422);
    expect(answer.data.form).toMatchObject({
      problems: { amount: 'amount_too_low' },
      typed: { ownAmount: '0,10', note: 'Kept' },
    });
  });

  it('refuses a form from another site', async () => {
    const forged = post({}, { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' });
    await expect(forged).rejects.toMatchObject({ status: 403 });
  });
});

describe('GET /donate', () => {
  it('is drawn as its address says, and kept by no cache', async () => {
    const answer = await donatePage(
      visit('/donate?article=high-water&currency=gbp&frequency=monthly&amount=9', {
        headers: { 'Accept-Language': 'uk' },
      }),
    );
    expect(answer.data).toMatchObject({
      article: { path: '/river/high-water' },
      form: { currency: 'GBP', frequency: 'monthly', typed: { ownAmount: '9' } },
    });
    expect(new Headers(answer.init?.headers).get('Cache-Control')).toBe('private, no-store');
  });

  it('guesses the currency from the browser’s languages', async () => {
    const headers = { 'Accept-Language': 'en-CA,en;q=0.8' };
    expect((await donatePage(visit('/donate', { headers }))).data.form.currency).toBe('CAD');
  });
});

describe('after Stripe', () => {
  it('thanks the browser that paid, signs it in, and tells others nothing', async () => {
    const { row, checkoutUrl, cookie } = await begin({ article: 'high-water' });
    expect((await open(orderPage, row.id, cookie)).data).toMatchObject({ state: 'open' });
    payOnStripe(product.stripe, checkoutUrl, { email: 'olena@example.org' });

    const own = await open(thanksPage, row.id, cookie);
    expect(own.data).toMatchObject({
      state: 'given',
      receiptTo: 'o…@example.org',
      signIn: 'signed_in',
      article: { headline: 'High water' },
      extras: { until: expect.any(String) as string },
    });
    expect(new Headers(own.init?.headers).get('Set-Cookie')).toMatch(/session=/);

    const stranger = await open(thanksPage, row.id, '');
    expect(stranger.data).toEqual({ state: 'neutral' });
    expect(new Headers(stranger.init?.headers).get('Set-Cookie')).toBeNull();
    await expect(open(orderPage, row.id, cookie)).rejects.toMatchObject({ status: 302 });
  });

  it('never opens somebody else’s account', async () => {
    const { row, checkoutUrl, cookie } = await begin({});
    payOnStripe(product.stripe, checkoutUrl, { email: 'olena@example.org' });
    const page = await open(thanksPage, row.id, cookie);
    expect(page.data).toMatchObject({ state: 'given', signIn: 'mailed', extras: null });
    expect(new Headers(page.init?.headers).get('Set-Cookie')).toBeNull();
  });

  it('counts a campaign’s gifts in its own currency, less what went back', async () => {
    const euro = await begin({ campaign: 'boat' });
    payOnStripe(product.stripe, euro.checkoutUrl, { email: 'a@example.org' });
    const dollar = await begin({ campaign: 'boat', currency: 'USD' });
    payOnStripe(product.stripe, dollar.checkoutUrl, { email: 'b@example.org' });
    await product.settle();
    expect(await readCampaign(product.services, 'boat')).toMatchObject({
      raised: money(2500, 'EUR'),
      percent: 25,
    });
    const [paid] = await product.services.db
      .select()
      .from(donations)
      .where(eq(donations.id, euro.row.id));
    product.stripe.engine.request('POST', '/v1/refunds', {
      payment_intent: paid?.paymentIntentId ?? '',
      amount: '1000',
    });
    await product.settle();
    expect((await readCampaign(product.services, 'boat'))?.raised).toEqual(money(1500, 'EUR'));
  });
});
