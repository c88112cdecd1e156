import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { giftInput } from '../../../sandbox/testing/gifts.ts';
import { offerTiers } from '../../../sandbox/testing/patrons.ts';
import { type TestProduct, createTestProduct } from '../../../sandbox/testing/product.ts';
import { auditEntries } from '../../db/schema/supporters.ts';
import { checkStripe } from '../../domain/connections/check-stripe.server.ts';
import { startDonation } from '../../domain/donations/start-donation.server.ts';
import { listTiers } from '../../domain/memberships/list-tiers.server.ts';
import {
  readTierToEdit,
  tierVersion,
} from '../../domain/memberships/prices/read-tier-to-edit.server.ts';
import { readNewsroom, readNewsroomSettings } from '../../domain/newsroom/read-newsroom.server.ts';
import { settingsVersion } from '../../domain/newsroom/settings-version.ts';
import { findOrCreateSupporter } from '../../domain/supporters/find-or-create-supporter.server.ts';
import { grantRole } from '../../domain/supporters/grant-role.server.ts';
import { openSession } from '../../domain/supporters/open-session.server.ts';
import { type Role, roles } from '../../domain/supporters/viewer.ts';
import { money } from '../../kernel/money.ts';
import { action as saveAmount, loader as amountPage } from './amount.tsx';
import { typedAmounts } from './amount-form.ts';
import { loader as amountsPage } from './amounts.tsx';
import { action as addCampaign } from './campaigns-new.tsx';
import { action as testMail } from './connection-mail.tsx';
import { loader as mailCheckPage } from './connection-mail-check.tsx';
import { action as setUpWebhook } from './connection-webhook.tsx';
import { loader as connectionsPage } from './connections.tsx';
import { loader as receiptExample } from './receipt-example.ts';
import { action as saveSettings, loader as settingsForm } from './settings-edit.tsx';
import { editedSettings, typedSettings } from './settings-form.ts';
import { action as saveTier, loader as tierPage } from './tier.tsx';
import { typedTier } from './tier-form.ts';
import { action as savePrices, loader as pricesPage } from './tier-prices.tsx';
import { action as addTier, loader as newTierPage } from './tiers-new.tsx';

type Handler = (args: ActionFunctionArgs & LoaderFunctionArgs) => Promise<unknown>;

let product: TestProduct;
const cookies = new Map<Role, string>();

beforeAll(async () => {
  product = await createTestProduct();
  const { services } = product;
  await offerTiers(product);
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

interface Asked {
  role?: Role;
  fields?: Record<string, string>;
  params?: Record<string, string>;
  origin?: string;
}
async function ask(
  handler: Handler,
  path: string,
  parts: Asked = {},
): Promise<{ status: number; location: string | null; said: Record<string, unknown> }> {
  const { role = 'owner', fields, params = {}, origin = 'http://localhost:3000' } = parts;
  const request = new Request(`http://localhost:3000${path}`, {
    headers: { Cookie: cookies.get(role) ?? '', Origin: origin },
    ...(fields ? { method: 'POST', body: new URLSearchParams(fields) } : {}),
  });
  const context = { services: product.services, entryScript: '', clientAddress: '203.0.113.9' };
  const answer = await handler({ request, params, context }).catch((thrown: unknown) => thrown);
  if (answer instanceof Response) {
    return { status: answer.status, location: answer.headers.get('Location'), said: {} };
  }
  if (answer instanceof Error) throw answer;
  const said = answer as { data?: Record<string, unknown>; init?: { status?: number } };
  return { status: said.init?.status ?? 200, location: null, said: said.data ?? {} };
}

async function friend() {
  const found = (await listTiers(product.services)).find(({ slug }) => slug === 'friend');
  const tier = found && (await readTierToEdit(product.services, found.id));
  if (!tier) throw new Error('no tier');
  return tier;
}
const lastEntry = async (action: string) => {
  const rows = await product.services.db
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.action, action))
    .orderBy(auditEntries.at, auditEntries.id);
  return rows.at(-1);
};

// A room that a role may not enter is not there for it.
describe('who may', () => {
  it.each([
    ['owner', 200, 200],
    ['editor', 404, 200],
    ['analyst', 404, 404],
  ] as const)('%s', async (role, acting, connections) => {
    const { id } = await friend();
    const statusOf = async (handler: Handler, path: string, parts: Asked = {}) =>
      (await ask(handler, path, { role, ...parts })).status;
    expect(await statusOf(amountsPage, '/admin/amounts')).toBe(200);
    expect(await statusOf(connectionsPage, '/admin/connections')).toBe(connections);
    expect(await statusOf(newTierPage, '/admin/tiers/new')).toBe(acting);
    expect(await statusOf(tierPage, `/admin/tiers/${id}`, { params: { id } })).toBe(acting);
    expect(await statusOf(pricesPage, `/admin/tiers/${id}/prices`, { params: { id } })).toBe(
      acting,
    );
    const currency = { params: { currency: 'EUR' } };
    expect(await statusOf(amountPage, '/admin/amounts/EUR', currency)).toBe(acting);
    expect(await statusOf(settingsForm, '/admin/settings/edit')).toBe(acting);
    expect(await statusOf(receiptExample, '/admin/settings/receipt-example.pdf')).toBe(acting);
  });

  it('an act from another site, or by an editor, changes nothing', async () => {
    const fields = { reason: 'why' };
    const acts: [Handler, string][] = [
      [saveSettings, '/admin/settings/edit'],
      [addTier, '/admin/tiers/new'],
      [setUpWebhook, '/admin/connections/webhook'],
      [testMail, '/admin/connections/mail'],
    ];
    for (const [act, path] of acts) {
      expect((await ask(act, path, { fields, role: 'editor' })).status).toBe(404);
      expect((await ask(act, path, { fields, origin: 'https://evil.example' })).status).toBe(403);
    }
  });
});

describe('amounts', () => {
  const send = (fields: Record<string, string>, currency = 'JPY') =>
    ask(saveAmount, `/admin/amounts/${currency}`, { fields, params: { currency } });
  const filled = async (changes: Record<string, string> = {}) => {
    const settings = await readNewsroomSettings(product.services);
    const version = settingsVersion(settings, ['amounts']);
    return { ...typedAmounts(settings.amounts.JPY), version, reason: 'new rent', ...changes };
  };

  it('are what every check on the server asks for, yen too, and the log knows before and after', async () => {
    const fields = await filled({ 'once-min': '2 000', 'once-presets': '2000; 5,000 10000' });
    const answer = await send({ ...fields, 'once-suggested': '5000' });
    expect(answer).toMatchObject({ status: 303, location: '/admin/amounts?done=JPY' });
    const { amounts } = await readNewsroom(product.services);
    expect(amounts.JPY.once).toMatchObject({ min: 2000, presets: [2000, 5000, 10000] });
    const gift = { ...giftInput({ amount: money(1_500, 'JPY') }), locale: 'en' as const };
    expect(await startDonation(product.services, gift)).toEqual({
      ...{ ok: false, reason: 'amount_too_low' },
    });
    const entry = await lastEntry('newsroom.changed');
    expect(entry).toMatchObject({ reason: 'new rent', detail: { settings: ['amounts'] } });
    expect(JSON.stringify(entry?.before)).toContain('1500');
  });

  it('say field by field what is wrong, and keep what was typed', async () => {
    const fields = await filled({ 'once-min': 'ten', 'monthly-max': '1', reason: '' });
    const { status, said } = await send({ ...fields, 'yearly-suggested': '1' });
    expect(status).toBe(422);
    expect(said['errors']).toMatchObject({
      'once-min': 'amounts.error.unreadable',
      'monthly-max': 'amounts.error.bounds_reversed',
      'yearly-suggested': 'amounts.error.suggested_unknown',
      reason: 'deskForm.error.reason',
    });
    expect(said['typed']).toMatchObject({ 'once-min': 'ten' });
  });

  it('tell the later of two who edit at once', async () => {
    const first = await filled({ 'monthly-max': '26000' });
    expect((await send(first)).status).toBe(303);
    expect(await send({ ...first, 'monthly-max': '27000' })).toMatchObject({
      ...{ status: 409, said: { isStale: true } },
    });
  });
});

describe('the newsroom’s settings', () => {
  it('are saved, with what was before; the later of two is told', async () => {
    const settings = await readNewsroomSettings(product.services);
    const fields = {
      ...typedSettings(settings),
      ...{ version: settingsVersion(settings, editedSettings), legalName: 'Sluice BV' },
      ...{ graceDays: '10', timeZone: 'Europe/Amsterdam', 'pass-JPY': '2,000' },
    };
    const send = (changes: Record<string, string> = {}) =>
      ask(saveSettings, '/admin/settings/edit', { fields: { ...fields, ...changes } });
    const wrong = await send({ graceDays: '91', contactEmail: 'x', timeZone: 'Europe/Atlantis' });
    expect(wrong).toMatchObject({
      status: 422,
      said: {
        errors: {
          graceDays: 'settings.error.graceDays',
          contactEmail: 'settings.error.contactEmail',
          timeZone: 'settings.error.timeZone',
        },
      },
    });
    for (const [currencies, problem] of [
      ['EUR, gold', 'currencies'],
      ['EUR, EUR', 'currencies'],
      ['', 'currencies'],
      ['UAH', 'defaultNotOffered'],
    ] as const) {
      expect((await send({ currencies })).said).toMatchObject({
        errors: { currencies: `settings.error.${problem}` },
      });
    }
    expect((await send({ currencies: 'uah, EUR' })).status).toBe(303);
    expect(await readNewsroom(product.services)).toMatchObject({
      ...{ legalName: 'Sluice BV', graceDays: 10, timeZone: 'Europe/Amsterdam' },
      currencies: ['UAH', 'EUR'],
    });
    const goal = { currency: 'JPY', 'title-en': 'A van', 'title-uk': 'Фургон', slug: 'van' };
    const words = { 'description-en': 'To report.', 'description-uk': 'Для репортажів.' };
    const days = { startsOn: '2026-11-01', endsOn: '2026-12-01' };
    expect(
      await ask(addCampaign, '/admin/campaigns/new', {
        fields: { ...goal, ...words, ...days, goal: '500000' },
      }),
    ).toMatchObject({
      ...{ status: 422, said: { errors: { currency: 'campaigns.error.currency' } } },
    });
    expect((await send({ graceDays: '12' })).status).toBe(409);
    expect((await lastEntry('newsroom.changed'))?.before).toMatchObject({ graceDays: 14 });
  });
});

describe('tiers', () => {
  it('are added and changed; each wrong field is named', async () => {
    const fields = {
      ...{ slug: 'founder', nameEn: 'Founder', nameUk: 'Засновник', rank: '9', isActive: 'yes' },
      ...{ 'perk-wall': 'yes', reason: 'asked for' },
    };
    const send = (changes: Record<string, string> = {}) =>
      ask(addTier, '/admin/tiers/new', { fields: { ...fields, ...changes } });
    expect(await send({ nameUk: '', rank: '0', slug: 'A b' })).toMatchObject({
      status: 422,
      said: {
        errors: { nameUk: 'tiers.error.name', rank: 'tiers.error.rank', slug: 'tiers.error.slug' },
      },
    });
    expect((await send()).status).toBe(303);
    expect((await send({ rank: '10' })).said).toMatchObject({
      errors: { slug: 'tiers.error.slugTaken' },
    });
    expect((await send({ slug: 'other' })).said).toMatchObject({
      errors: { rank: 'tiers.error.rankTaken' },
    });
    const tier = await friend();
    const path = `/admin/tiers/${tier.id}`;
    const edited = { ...typedTier(tier), nameUk: 'Приятель', reason: 'warmer' };
    const save = () =>
      ask(saveTier, path, {
        ...{ fields: { ...edited, version: tierVersion(tier) }, params: { id: tier.id } },
      });
    expect((await save()).status).toBe(303);
    expect((await friend()).name.uk).toBe('Приятель');
    expect((await save()).status).toBe(409);
  });

  it('are priced within the bounds, in several currencies, after a preview', async () => {
    const tier = await friend();
    const parts = { params: { id: tier.id } };
    const path = `/admin/tiers/${tier.id}/prices`;
    const fields = {
      ...{ 'EUR-month': '2,50', 'EUR-year': '25', 'JPY-month': '500', patrons: 'keep' },
      ...{ reason: 'costs', version: tierVersion(tier) },
    };
    const send = (changes: Record<string, string> = {}) =>
      ask(savePrices, path, { ...parts, fields: { ...fields, ...changes } });
    expect(await send({ 'EUR-month': '1', 'JPY-month': '500.50', reason: '' })).toMatchObject({
      status: 422,
      said: {
        errors: {
          'EUR-month': 'tiers.error.minimumBounds',
          'JPY-month': 'tiers.error.minimum',
          reason: 'deskForm.error.reason',
        },
      },
    });
    expect((await send({ patrons: 'move', noticeDays: '3' })).said['errors']).toMatchObject({
      noticeDays: 'tiers.error.noticeDays',
    });
    expect((await send()).status).toBe(303);
    const priced = (await listTiers(product.services)).find(({ id }) => id === tier.id);
    expect(priced?.minimums.EUR.month.amountMinor).toBe(250);
    expect(priced?.minimums.JPY.month.amountMinor).toBe(500);
    expect((await send({ 'EUR-month': '3' })).status).toBe(409);
  });
});

describe('connections', () => {
  it('say what Stripe lacks, and mend it, showing the secret once', async () => {
    const url = 'http://localhost:3000/webhooks/stripe';
    const look = async () => {
      const checked = await checkStripe(product.services, url);
      if (!checked.ok) throw new Error(checked.reason);
      return checked.value;
    };
    const before = await look();
    expect(before.isEndpointWrong).toBe(true);
    expect(before.lines.find(({ key }) => key === 'endpoint')?.level).toBe('broken');
    const press = () =>
      ask(setUpWebhook, '/admin/connections/webhook', { fields: { reason: 'set-up' } });
    const made = await press();
    expect(made.said).toMatchObject({ isDone: true, said: 'connections.webhookMade' });
    expect(String(made.said['secret'])).toMatch(/^whsec_/);
    expect((await look()).isEndpointWrong).toBe(false);
    expect((await press()).said).toMatchObject({ isDone: true, secret: null });
    const entry = await lastEntry('webhook_endpoint.added');
    expect(JSON.stringify(entry)).not.toContain('whsec_');
  });

  it('say what the mail server answered', async () => {
    // Nothing listens there.
    const { status, said } = await ask(testMail, '/admin/connections/mail', { fields: {} });
    expect(status).toBe(502);
    expect(said).toMatchObject({ outcome: 'later' });
  });

  it('check the mail server and the DNS without sending anything', async () => {
    const look = (typed: string) =>
      mailCheckPage({
        request: new Request(
          `http://localhost:3000/admin/connections/mail-check?${new URLSearchParams({ selector: typed })}`,
          { headers: { Cookie: cookies.get('editor') ?? '' } },
        ),
        params: {},
        context: { services: product.services, entryScript: '', clientAddress: '203.0.113.9' },
      });
    // Nothing listens there, and the sender of tests stands at a domain that nobody can find.
    const { check, isBad } = await look('s1');
    expect(isBad).toBe(false);
    expect(check).toMatchObject({ domain: 'example.org', server: { ok: false, reply: null } });
    expect(check.lines.map(({ name, verdict }) => [name, verdict])).toEqual([
      ['example.org', 'reserved'],
      ['s1._domainkey.example.org', 'reserved'],
      ['_dmarc.example.org', 'reserved'],
    ]);
    expect(await look('a b')).toMatchObject({ typed: 'a b', isBad: true });
  });
});
