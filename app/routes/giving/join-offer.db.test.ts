import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestProduct, createTestProduct } from '../../../sandbox/testing/product.ts';
import { saveTiers } from '../../domain/memberships/save-tiers.server.ts';
import { type CreateOfferInput, createOffer } from '../../domain/offers/create-offer.server.ts';
import { endOffer } from '../../domain/offers/end-offer.server.ts';
import { addDays } from '../../kernel/dates.ts';
import { newId } from '../../platform/ids.ts';
import { rateLimitRules } from '../../web/rate-limit-rules.ts';
import { action, loader } from './join.tsx';
import type { JoinPageView } from './join-page.server.ts';

let product: TestProduct;
const actorId = newId();

beforeAll(async () => {
  product = await createTestProduct();
  await saveTiers(product.services, [
    {
      slug: 'patron',
      rank: 1,
      name: { en: 'Patron', uk: 'Патрон' },
      description: { en: '', uk: '' },
      perks: ['extras'],
      minimums: [
        { currency: 'EUR', interval: 'month', minimumMinor: 1000 },
        { currency: 'EUR', interval: 'year', minimumMinor: 10_000 },
      ],
    },
  ]);
});
afterAll(() => product.close());

async function make(parts: Partial<CreateOfferInput> = {}): Promise<string> {
  const made = await createOffer(product.services, {
    actorId,
    kind: 'promotion_code',
    name: 'Spring',
    code: 'SPRING',
    gift: { kind: 'percent', percent: 50, duration: 'once', months: null },
    tierSlugs: [],
    intervals: ['month'],
    isForNewPatrons: false,
    startsAt: addDays(product.services.clock.now(), -1),
    endsAt: null,
    maxRedemptions: null,
    ...parts,
  });
  if (!made.ok) throw new Error(made.reason);
  return made.value.offerId;
}

interface Answer {
  status: number;
  location: string | null;
  page: JoinPageView | null;
}

function toAnswer(answer: unknown): Answer {
  if (answer instanceof Response) {
    return { status: answer.status, location: answer.headers.get('Location'), page: null };
  }
  const said = answer as { data: JoinPageView; init: { status?: number } | null };
  return { status: said.init?.status ?? 200, location: null, page: said.data };
}

function argsOf(request: Request, clientAddress: string): LoaderFunctionArgs & ActionFunctionArgs {
  const context = { services: product.services, entryScript: '', clientAddress };
  return { request, params: {}, context };
}

async function open(query: string, clientAddress = '203.0.113.5'): Promise<Answer> {
  const request = new Request(`http://localhost:3000/join${query}`);
  return toAnswer(await loader(argsOf(request, clientAddress)));
}

async function post(fields: Record<string, string>): Promise<Answer> {
  const request = new Request('http://localhost:3000/join', {
    method: 'POST',
    headers: { Origin: 'http://localhost:3000' },
    body: new URLSearchParams({
      ...{ currency: 'EUR', frequency: 'monthly', tier: 'patron', ownAmount: '' },
      ...fields,
    }),
  });
  return toAnswer(await action(argsOf(request, '198.51.100.7')));
}

describe('a code on the join page', () => {
  it('is shown from a link; the form that carries it goes on to Stripe', async () => {
    const offerId = await make();
    const opened = await open('?code=spring&currency=EUR');
    expect(opened.page?.joinOffer).toMatchObject({ offer: { id: offerId }, problem: null });
    const begun = await post({ code: 'spring', offer: offerId });
    expect(begun).toMatchObject({ status: 303 });
    expect(begun.location).toContain('/c/pay/');
  });

  it('that is typed is shown before anything is paid, and what was typed is kept', async () => {
    const shown = await post({ code: ' Spring ', ownAmount: '20', coversFee: 'yes' });
    expect(shown.status).toBe(200);
    expect(shown.page).toMatchObject({
      joinOffer: { code: 'Spring', news: 'offer.notSeen', offer: { code: 'SPRING' } },
      form: { typed: { ownAmount: '20', coversFee: true } },
    });
  });

  it('that is wrong keeps the form from going on; left out, it goes on', async () => {
    expect(await post({ code: 'WINTER' })).toMatchObject({
      status: 422,
      page: { joinOffer: { code: 'WINTER', problem: 'offer_unknown' } },
    });
    expect(await post({ code: 'SPRING', frequency: 'yearly' })).toMatchObject({
      status: 422,
      page: { joinOffer: { problem: 'offer_not_for_interval' } },
    });
    expect(await post({ code: 'WINTER', apply: 'no' })).toMatchObject({
      status: 200,
      page: { joinOffer: { code: '', offer: null, problem: null } },
    });
    expect(await post({ code: '' })).toMatchObject({ status: 303 });
  });

  it('can not be guessed: tries are counted', async () => {
    const { points } = rateLimitRules['offer-code-address'];
    for (let tried = 0; tried < points; tried += 1) await open('?code=GUESS', '192.0.2.44');
    expect((await open('?code=SPRING', '192.0.2.44')).page?.joinOffer).toMatchObject({
      offer: null,
      waitMinutes: 10,
    });
    expect((await open('', '192.0.2.44')).page?.joinOffer).toMatchObject({ waitMinutes: null });
  });
});

it('an offer for everybody comes and goes, and nobody pays otherwise than their page has said', async () => {
  expect(await post({ code: '' })).toMatchObject({ status: 303 });
  const offerId = await make({ kind: 'first_period', code: null });
  expect((await open('')).page?.joinOffer).toMatchObject({ offer: { id: offerId } });
  expect(await post({ code: '' })).toMatchObject({
    status: 200,
    page: { joinOffer: { news: 'offer.notSeen' } },
  });
  expect(await post({ code: '', offer: offerId })).toMatchObject({ status: 303 });
  // It is not for a year: the whole amount is shown once before it is charged.
  expect(await post({ code: '', offer: offerId, frequency: 'yearly' })).toMatchObject({
    status: 200,
    page: { joinOffer: { news: 'offer.gone', offer: null } },
  });
  expect(await post({ code: '', offer: '', frequency: 'yearly' })).toMatchObject({ status: 303 });
  await endOffer(product.services, { offerId, actorId });
  expect(await post({ code: '', offer: offerId })).toMatchObject({
    status: 200,
    page: { joinOffer: { news: 'offer.gone', offer: null } },
  });
});
