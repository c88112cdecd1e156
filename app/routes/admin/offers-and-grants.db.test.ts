import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestProduct, createTestProduct } from '../../../sandbox/testing/product.ts';
import { listGrants } from '../../domain/grants/list-grants.server.ts';
import { saveTiers } from '../../domain/memberships/save-tiers.server.ts';
import { listOffers } from '../../domain/offers/list-offers.server.ts';
import { findOrCreateSupporter } from '../../domain/supporters/find-or-create-supporter.server.ts';
import { grantRole } from '../../domain/supporters/grant-role.server.ts';
import { openSession } from '../../domain/supporters/open-session.server.ts';
import { type Role, roles } from '../../domain/supporters/viewer.ts';
import { loader as grantsPage } from './grants.tsx';
import { action as endGrant } from './grants-end.tsx';
import { action as newGrant } from './grants-new.tsx';
import { loader as offersPage } from './offers.tsx';
import { action as endOffer } from './offers-end.tsx';
import { action as newOffer } from './offers-new.tsx';

type Action = (args: ActionFunctionArgs) => Promise<unknown>;
type Loader = (args: LoaderFunctionArgs) => Promise<unknown>;

let product: TestProduct;
const cookies = new Map<Role, string>();

beforeAll(async () => {
  product = await createTestProduct();
  const { services } = product;
  await saveTiers(services, [
    {
      slug: 'patron',
      rank: 1,
      name: { en: 'Patron', uk: 'Патрон' },
      description: { en: '', uk: '' },
      perks: ['extras'],
      minimums: [{ currency: 'EUR', interval: 'month', minimumMinor: 1000 }],
    },
  ]);
  for (const role of roles) {
    const { supporterId } = await findOrCreateSupporter(services, {
      ...{ email: `${role}@example.org`, name: null, locale: 'en', country: null },
      stripeCustomerId: null,
    });
    await grantRole(services, { actorId: null, supporterId, role });
    const { token } = await openSession(services, {
      ...{ supporterId, openedBy: 'mail', userAgent: null, previousToken: null },
    });
    cookies.set(role, `session=${token}`);
  }
});
afterAll(() => product.close());

async function ask(
  handler: Action | Loader,
  path: string,
  parts: {
    role?: Role;
    fields?: Record<string, string>;
    params?: Record<string, string>;
    origin?: string;
  } = {},
): Promise<{ status: number; location: string | null; errors: unknown }> {
  const { role = 'owner', fields, params = {}, origin = 'http://localhost:3000' } = parts;
  const request = new Request(`http://localhost:3000${path}`, {
    headers: { Cookie: cookies.get(role) ?? '', Origin: origin },
    ...(fields ? { method: 'POST', body: new URLSearchParams(fields) } : {}),
  });
  const context = { services: product.services, entryScript: '', clientAddress: '203.0.113.9' };
  const answer = await handler({ request, params, context }).catch((thrown: unknown) => thrown);
  if (answer instanceof Response) {
    return { status: answer.status, location: answer.headers.get('Location'), errors: null };
  }
  if (answer instanceof Error) throw answer;
  const said = answer as { data?: { errors?: unknown }; init?: { status?: number } };
  return { status: said.init?.status ?? 200, location: null, errors: said.data?.errors ?? null };
}

const offer = {
  kind: 'promotion_code',
  name: 'Spring',
  code: 'spring',
  gift: 'percent',
  percent: '50',
  duration: 'repeating',
  months: '3',
  'tier-patron': 'yes',
  'interval-month': 'yes',
  startsOn: '2026-03-01',
  endsOn: '2036-03-31',
  maxRedemptions: '',
};

describe('offers at the desk', () => {
  it('are seen by all of the staff and made by owners alone', async () => {
    for (const role of roles)
      expect((await ask(offersPage, '/admin/offers', { role })).status).toBe(200);
    for (const role of ['editor', 'analyst'] as const) {
      expect(await ask(newOffer, '/admin/offers/new', { role, fields: offer })).toMatchObject({
        status: 404,
      });
    }
    const foreign = { fields: offer, origin: 'https://elsewhere.example' };
    expect((await ask(newOffer, '/admin/offers/new', foreign)).status).toBe(403);
    expect(await listOffers(product.services, 5)).toEqual([]);
  });

  it('say of every field what is wrong with it, all at once', async () => {
    const wrong = { gift: 'amounts', code: 'x', name: '', startsOn: '31.3.', months: '99' };
    const answer = await ask(newOffer, '/admin/offers/new', { fields: { ...offer, ...wrong } });
    expect(answer.status).toBe(422);
    expect(answer.errors).toEqual({
      name: 'offers.error.name',
      code: 'offers.error.code',
      months: 'offers.error.months',
      'amount-EUR': 'offers.error.amounts',
      startsOn: 'offers.error.startsOn',
    });
    const trial = { ...offer, kind: 'trial' };
    expect((await ask(newOffer, '/admin/offers/new', { fields: trial })).errors).toEqual({
      gift: 'offers.error.giftKind',
    });
    const reversed = { ...offer, endsOn: '2026-02-01' };
    expect((await ask(newOffer, '/admin/offers/new', { fields: reversed })).errors).toEqual({
      endsOn: 'offers.error.datesReversed',
    });
  });

  it('last from the first day to the last, in the newsroom’s zone, until they are ended', async () => {
    expect(await ask(newOffer, '/admin/offers/new', { fields: offer })).toMatchObject({
      location: '/admin/offers?done=made',
    });
    expect((await ask(newOffer, '/admin/offers/new', { fields: offer })).errors).toEqual({
      code: 'offers.error.codeTaken',
    });
    const [made] = await listOffers(product.services, 5);
    expect(made).toMatchObject({
      code: 'SPRING',
      tierSlugs: ['patron'],
      intervals: ['month'],
      startsAt: new Date('2026-02-28T22:00:00Z'),
      endsAt: new Date('2036-03-31T21:00:00Z'),
      isReady: true,
    });
    const params = { id: made?.id ?? '' };
    const path = `/admin/offers/${params.id}/end`;
    const byEditor = await ask(endOffer, path, { role: 'editor', fields: {}, params });
    expect(byEditor.status).toBe(404);
    expect(await ask(endOffer, path, { fields: {}, params })).toMatchObject({
      location: '/admin/offers?done=ended',
    });
    expect(await ask(endOffer, path, { fields: {}, params })).toMatchObject({
      location: '/admin/offers?done=already_ended',
    });
  });
});

describe('grants at the desk', () => {
  const grant = { email: 'source@example.org', tier: 'patron', reason: 'A source', endsOn: '' };

  it('are given by owners and editors, not by analysts', async () => {
    expect((await ask(grantsPage, '/admin/grants', { role: 'analyst' })).status).toBe(404);
    const byAnalyst = { role: 'analyst', fields: grant } as const;
    expect((await ask(newGrant, '/admin/grants/new', byAnalyst)).status).toBe(404);
    const byEditor = { role: 'editor', fields: grant } as const;
    expect(await ask(newGrant, '/admin/grants/new', byEditor)).toMatchObject({
      location: '/admin/grants?done=given',
    });
    const [given] = await listGrants(product.services, { supporterId: null, limit: 5 });
    expect(given).toMatchObject({ reason: 'A source', standing: 'open', endsAt: null });
    const params = { id: given?.id ?? '' };
    const path = `/admin/grants/${params.id}/end`;
    expect((await ask(endGrant, path, { fields: { reason: ' ' }, params })).errors).toEqual({
      reason: 'grants.error.reason',
    });
    expect(await ask(endGrant, path, { fields: { reason: 'Over' }, params })).toMatchObject({
      location: '/admin/grants?done=ended',
    });
  });

  it('say of every field what is wrong with it', async () => {
    const fields = { email: 'nobody', tier: '', reason: '', startsOn: 'soon', endsOn: 'later' };
    expect((await ask(newGrant, '/admin/grants/new', { fields })).errors).toEqual({
      email: 'grants.error.email',
      tier: 'grants.error.tier',
      reason: 'grants.error.reason',
      startsOn: 'grants.error.startsOn',
      endsOn: 'grants.error.endsOn',
    });
    const past = { ...grant, startsOn: '2020-01-01', endsOn: '2020-02-01' };
    expect((await ask(newGrant, '/admin/grants/new', { fields: past })).errors).toEqual({
      endsOn: 'grants.error.alreadyOver',
    });
  });
});
