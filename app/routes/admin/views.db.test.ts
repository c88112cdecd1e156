import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { and, desc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestProduct, createTestProduct } from '../../../sandbox/testing/product.ts';
import { auditEntries } from '../../db/schema/supporters.ts';
import { savedViews } from '../../db/schema/views.ts';
import type { View } from '../../domain/views/view.ts';
import { findOrCreateSupporter } from '../../domain/supporters/find-or-create-supporter.server.ts';
import { grantRole } from '../../domain/supporters/grant-role.server.ts';
import { openSession } from '../../domain/supporters/open-session.server.ts';
import { changeRole } from '../../domain/supporters/staff/change-role.server.ts';
import type { Role } from '../../domain/supporters/viewer.ts';
import type { AdminView } from '../../ui/admin/admin-shell.tsx';
import { loader as layout } from './admin-layout.tsx';
import { action as placeView } from './view-place.ts';
import { action as removeView } from './view-removal.ts';
import { action as changeView, loader as viewPage } from './view.tsx';
import { action as saveView, loader as newViewPage } from './views-new.tsx';
import { loader as viewsPage } from './views.tsx';

type Handler = (args: ActionFunctionArgs & LoaderFunctionArgs) => Promise<unknown>;

let now = new Date('2026-11-22T16:30:00Z');
let product: TestProduct;
const cookies = new Map<string, string>();
const ids = new Map<string, string>();

async function staff(name: string, role: Role): Promise<void> {
  const { services } = product;
  const { supporterId } = await findOrCreateSupporter(services, {
    ...{ email: `${name}@views.example`, name: null, locale: 'en', country: null },
    stripeCustomerId: null,
  });
  await grantRole(services, { actorId: null, supporterId, role });
  const { token } = await openSession(services, {
    ...{ supporterId, openedBy: 'mail', userAgent: null, previousToken: null },
  });
  ids.set(name, supporterId);
  cookies.set(name, `session=${token}`);
}

beforeAll(async () => {
  product = await createTestProduct({ clock: { now: () => now } });
  await staff('owner', 'owner');
  await staff('editor', 'editor');
  await staff('analyst', 'analyst');
});
afterAll(() => product.close());

async function ask(
  handler: Handler,
  path: string,
  parts: { as?: string; fields?: Record<string, string>; id?: string; origin?: string } = {},
): Promise<{ status: number; location: string | null; said: unknown }> {
  const { as = 'editor', fields, id, origin = 'http://localhost:3000' } = parts;
  const request = new Request(`http://localhost:3000${path}`, {
    headers: { Cookie: cookies.get(as) ?? '', Origin: origin },
    ...(fields ? { method: 'POST', body: new URLSearchParams(fields) } : {}),
  });
  const context = { services: product.services, entryScript: '', clientAddress: '203.0.113.9' };
  const answer = await handler({ request, params: id ? { id } : {}, context }).catch(
    (thrown: unknown) => thrown,
  );
  if (answer instanceof Response) {
    return { status: answer.status, location: answer.headers.get('Location'), said: null };
  }
  if (answer instanceof Error) throw answer;
  const said = answer as { data?: unknown; init?: { status?: number } | null };
  const isWrapped = said.data !== undefined;
  return {
    status: (isWrapped ? said.init?.status : undefined) ?? 200,
    location: null,
    said: isWrapped ? said.data : answer,
  };
}

const newPath = (room: string, query: string) =>
  `/admin/views/new?${new URLSearchParams({ room, query }).toString()}`;
const keep = (room: string, query: string, fields: { name: string; for?: string }, as = 'editor') =>
  ask(saveView, newPath(room, query), { as, fields });

async function listed(as = 'editor'): Promise<{ shared: string[]; own: string[] }> {
  const { said } = await ask(viewsPage, '/admin/views', { as });
  const { shared, own } = said as { shared: View[]; own: View[] };
  const names = (views: View[]) => views.map(({ name }) => name);
  return { shared: names(shared), own: names(own) };
}

async function menu(path: string, as = 'editor') {
  const { said } = await ask(layout, path, { as });
  return (said as AdminView).views;
}

async function idOf(name: string): Promise<string> {
  const [row] = await product.services.db
    .select({ id: savedViews.id })
    .from(savedViews)
    .where(eq(savedViews.name, name));
  return row?.id ?? '';
}

describe('a view', () => {
  it('keeps what its page reads of an address, and nothing else', async () => {
    const kept = await keep(
      'overview',
      'range=last_30&compare=year&next=https://evil.example&x=1',
      { name: '  Monday   meeting ' },
    );
    expect(kept).toMatchObject({
      status: 303,
      location: '/admin?range=last_30&compare=year',
    });
    const page = await menu('/admin?compare=year&range=last_30');
    expect(page).toMatchObject({
      room: 'overview',
      query: 'range=last_30&compare=year',
      views: [{ name: 'Monday meeting', isShared: false, isHere: true }],
    });
    expect((await menu('/admin'))?.views[0]?.isHere).toBe(false);
    expect(await menu('/admin/settings')).toBeNull();
    // A second click.
    await keep('overview', 'range=last_30&compare=year', { name: 'Monday meeting' });
    expect((await listed()).own).toEqual(['Monday meeting']);
  });

  it('stays relative to the day on which it is opened', async () => {
    await keep('recurring', 'range=last_month', { name: 'Last month' });
    now = new Date('2027-02-10T10:00:00Z');
    const page = await menu('/admin/recurring?range=last_month');
    expect(page?.views).toMatchObject([{ query: 'range=last_month', isHere: true }]);
  });

  it.each([
    [
      'recurring',
      'from=2026-01-01&to=2026-03-31',
      '/admin/recurring?from=2026-01-01&to=2026-03-31',
    ],
    ['retention', 'range=all&by=EUR', '/admin/retention?range=all&by=EUR'],
    [
      'supporters',
      'group=at_risk&sort=last_payment&after=x',
      '/admin/supporters?group=at_risk&sort=last_payment',
    ],
    ['payments', 'month=2026-10&kind=refunds', '/admin/payments?month=2026-10&kind=refunds'],
    ['articles', 'anything=else', '/admin/articles'],
  ])('of %s leads back to it', async (room, query, path) => {
    expect(await keep(room, query, { name: `of ${room}` })).toMatchObject({ location: path });
  });

  it('is of a page that the asker may open', async () => {
    const query = 'action=tier.changed&kind=tier';
    expect((await keep('audit', query, { name: 'Prices' })).status).toBe(404);
    expect((await ask(newViewPage, newPath('audit', query))).status).toBe(404);
    expect((await keep('system', '', { name: 'None' })).status).toBe(404);
    const kept = await keep('audit', query, { name: 'Prices', for: 'everyone' }, 'owner');
    expect(kept.location).toBe('/admin/audit?action=tier.changed&kind=tier');
    expect((await listed('owner')).shared).toEqual(['Prices']);
    expect((await listed('editor')).shared).toEqual([]);
  });

  it('needs a name of its own, and keeps what was typed', async () => {
    const nameless = await keep('overview', '', { name: '  ', for: 'everyone' });
    expect(nameless).toMatchObject({
      status: 422,
      said: { errors: { name: 'views.error.name' }, typed: { name: '  ', isShared: true } },
    });
    const long = await keep('overview', '', { name: 'x'.repeat(81) });
    expect(long).toMatchObject({ said: { errors: { name: 'views.error.tooLong' } } });
    const taken = await keep('overview', 'range=all', { name: 'monday MEETING' });
    expect(taken).toMatchObject({
      status: 422,
      said: { errors: { name: 'views.error.taken' }, typed: { name: 'monday MEETING' } },
    });
    // Somebody else's own view has the name in another list.
    expect((await keep('overview', '', { name: 'Monday meeting' }, 'analyst')).status).toBe(303);
    expect((await listed('analyst')).own).toEqual(['Monday meeting']);
  });

  it('is refused from another site', async () => {
    const path = newPath('overview', '');
    const fields = { name: 'From elsewhere' };
    const answer = await ask(saveView, path, { fields, origin: 'https://evil.example' });
    expect(answer.status).toBe(403);
  });
});

describe('a view for everyone', () => {
  it('is seen by all, renamed by its maker and by owners, and audited', async () => {
    await keep('overview', 'range=this_year', { name: 'The year', for: 'everyone' });
    const id = await idOf('The year');
    expect((await listed('analyst')).shared).toEqual(['The year']);
    expect((await ask(viewPage, `/admin/views/${id}`, { as: 'analyst', id })).status).toBe(404);
    const rename = (as: string, fields: Record<string, string>) =>
      ask(changeView, `/admin/views/${id}`, { as, id, fields });
    expect((await rename('analyst', { name: 'Mine now' })).status).toBe(404);
    expect((await rename('owner', { name: 'Our year' })).location).toBe(
      '/admin/views?done=changed',
    );
    // An owner's form does not say for whom: it stays everyone's.
    expect((await listed('analyst')).shared).toEqual(['Our year']);
    const [entry] = await product.services.db
      .select()
      .from(auditEntries)
      .where(and(eq(auditEntries.subjectId, id), eq(auditEntries.action, 'view.saved')))
      .orderBy(desc(auditEntries.at));
    expect(entry).toMatchObject({
      actorId: ids.get('editor'),
      after: { room: 'overview', isShared: true },
    });
  });

  it('is taken back by its maker only', async () => {
    const id = await idOf('Our year');
    await ask(changeView, `/admin/views/${id}`, { id, fields: { name: 'Our year', for: 'own' } });
    expect((await listed('analyst')).shared).toEqual([]);
    expect((await listed('owner')).own).not.toContain('Our year');
    const fields = { name: 'Our year', for: 'everyone' };
    await ask(changeView, `/admin/views/${id}`, { id, fields });
    expect((await listed('analyst')).shared).toEqual(['Our year']);
  });

  it('moves among those of its page', async () => {
    await keep('overview', 'range=all', { name: 'Ever', for: 'everyone' });
    await keep('overview', 'range=last_90', { name: 'Quarter', for: 'everyone' });
    const move = (as: string, name: string, to: string) =>
      idOf(name).then((id) =>
        ask(placeView, `/admin/views/${id}/place`, { as, id, fields: { to } }),
      );
    expect((await move('editor', 'Quarter', 'up')).location).toBe('/admin/views?done=moved');
    expect((await listed('editor')).shared).toEqual(['Our year', 'Quarter', 'Ever']);
    expect((await move('owner', 'Ever', 'down')).location).toBe('/admin/views');
    expect((await move('analyst', 'Ever', 'up')).location).toBe('/admin/views');
    await move('owner', 'Our year', 'down');
    expect((await menu('/admin', 'analyst'))?.views.map(({ name }) => name)).toEqual([
      ...['Quarter', 'Our year', 'Ever', 'Monday meeting'],
    ]);
    expect((await move('editor', 'Ever', 'sideways').catch(() => null))?.status).toBe(400);
  });

  it('stays when its maker leaves the staff; an owner may delete it', async () => {
    await changeRole(product.services, {
      role: null,
      ...{ actorId: ids.get('owner') ?? '', supporterId: ids.get('editor') ?? '' },
      reason: 'left the newsroom',
    });
    expect((await listed('analyst')).shared).toEqual(['Quarter', 'Our year', 'Ever']);
    const id = await idOf('Ever');
    const remove = (as: string) =>
      ask(removeView, `/admin/views/${id}/removal`, { as, id, fields: {} });
    expect((await remove('analyst')).location).toBe('/admin/views');
    expect((await remove('owner')).location).toBe('/admin/views?done=deleted');
    expect((await remove('owner')).location).toBe('/admin/views');
    expect((await listed('analyst')).shared).toEqual(['Quarter', 'Our year']);
  });
});

it('no page keeps more than can be found again', async () => {
  for (let i = 0; i < 30; i++) {
    await keep('payments', `month=20${String(i + 10)}-01`, { name: `Month ${i}` }, 'analyst');
  }
  const more = await keep('payments', '', { name: 'One more' }, 'analyst');
  expect(more).toMatchObject({ status: 422, said: { errors: { name: 'views.error.tooMany' } } });
});
