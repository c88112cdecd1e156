import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestProduct, createTestProduct } from '../../../sandbox/testing/product.ts';
import { stripeEvents } from '../../db/schema/webhooks.ts';
import { readSegmentQuery } from '../../domain/segments/segment.ts';
import { listSegments } from '../../domain/segments/read-segment.server.ts';
import { findOrCreateSupporter } from '../../domain/supporters/find-or-create-supporter.server.ts';
import { grantRole } from '../../domain/supporters/grant-role.server.ts';
import { openSession } from '../../domain/supporters/open-session.server.ts';
import { type Role, roles } from '../../domain/supporters/viewer.ts';
import { loader as supportersCsv } from '../endpoints/supporters-csv.ts';
import { action as renameSegment } from './segment.tsx';
import { action as removeSegment } from './segment-removal.ts';
import { loader as segmentsPage } from './segments.tsx';
import { action as newSegment } from './segments-new.tsx';
import { loader as supportersPage } from './supporters.tsx';
import { loader as todayPage } from './today.tsx';
import { action as takeOn } from './today-items.ts';

type Handler = (args: ActionFunctionArgs & LoaderFunctionArgs) => Promise<unknown>;

let product: TestProduct;
let ownerId = '';
const cookies = new Map<Role, string>();

beforeAll(async () => {
  product = await createTestProduct();
  const { services } = product;
  for (const role of roles) {
    const { supporterId } = await findOrCreateSupporter(services, {
      ...{ email: `${role}@desk.example`, name: null, locale: 'en', country: 'UA' },
      stripeCustomerId: null,
    });
    if (role === 'owner') ownerId = supporterId;
    await grantRole(services, { actorId: null, supporterId, role });
    const { token } = await openSession(services, {
      ...{ supporterId, openedBy: 'mail', userAgent: null, previousToken: null },
    });
    cookies.set(role, `session=${token}`);
  }
  await services.db.insert(stripeEvents).values({
    ...{ id: 'evt_stuck', type: 'charge.succeeded', outcome: 'given_up' },
    ...{ createdAt: services.clock.now(), receivedAt: services.clock.now() },
  });
});
afterAll(() => product.close());

async function ask(
  handler: Handler,
  path: string,
  parts: {
    role?: Role;
    fields?: Record<string, string>;
    id?: string;
    origin?: string;
  } = {},
) {
  const { role = 'owner', fields, id, origin = 'http://localhost:3000' } = parts;
  const request = new Request(`http://localhost:3000${path}`, {
    headers: { Cookie: cookies.get(role) ?? '', Origin: origin },
    ...(fields ? { method: 'POST', body: new URLSearchParams(fields) } : {}),
  });
  const context = { services: product.services, entryScript: '', clientAddress: '203.0.113.9' };
  const answer = await handler({ request, params: id ? { id } : {}, context }).catch(
    (thrown: unknown) => thrown,
  );
  if (answer instanceof Response) {
    return { status: answer.status, location: answer.headers.get('Location'), errors: null };
  }
  if (answer instanceof Error) throw answer;
  const said = answer as { data?: { errors?: unknown }; init?: { status?: number } };
  return { status: said.init?.status ?? 200, location: null, errors: said.data?.errors ?? null };
}

const segments = () => listSegments(product.services, { timeZone: 'Europe/Kyiv' });

describe('segments', () => {
  it('are kept under a name for everyone, once however often the form is sent', async () => {
    const path = '/admin/segments/new?group=staff&country=UA&sort=last_payment';
    const fields = { name: '  Our   people ' };
    const foreign = { fields, origin: 'https://elsewhere.example' };
    expect((await ask(newSegment, path, foreign)).status).toBe(403);
    const first = await ask(newSegment, path, { fields, role: 'analyst' });
    expect(first.location).toBe('/admin/supporters?group=staff&country=UA&sort=last_payment');
    expect((await ask(newSegment, path, { fields })).status).toBe(303);
    const [kept, ...others] = await segments();
    expect(others).toEqual([]);
    expect(kept).toMatchObject({ name: 'Our people', count: { count: 3, isMore: false } });
    expect(kept?.filter).toEqual(readSegmentQuery('group=staff&country=UA'));
    for (const role of roles) {
      expect((await ask(segmentsPage, '/admin/segments', { role })).status).toBe(200);
      expect((await ask(supportersPage, '/admin/supporters?group=staff', { role })).status).toBe(
        200,
      );
    }
  });

  it('say what is wrong with a name, or with a filter that leaves nobody out', async () => {
    const path = '/admin/segments/new?group=patrons';
    const error = async (name: string, at = path) =>
      (await ask(newSegment, at, { fields: { name } })).errors;
    expect(await error('  ')).toEqual({ name: 'segments.error.name' });
    expect(await error('x'.repeat(81))).toEqual({ name: 'segments.error.tooLong' });
    expect(await error('OUR PEOPLE')).toEqual({ name: 'segments.error.taken' });
    expect(await error('All', '/admin/segments/new?sort=given')).toEqual({
      name: 'segments.error.nothingFiltered',
    });
  });

  it('are renamed and deleted, which the audit log tells', async () => {
    const [kept] = await segments();
    const id = kept?.id ?? '';
    const path = `/admin/segments/${id}`;
    await ask(newSegment, '/admin/segments/new?group=donors', { fields: { name: 'Donors' } });
    expect((await ask(renameSegment, path, { id, fields: { name: 'donors' } })).errors).toEqual({
      name: 'segments.error.taken',
    });
    expect((await ask(renameSegment, path, { id, fields: { name: 'The house' } })).location).toBe(
      '/admin/segments?done=renamed',
    );
    await ask(removeSegment, `${path}/removal`, { id, fields: {} });
    await ask(removeSegment, `${path}/removal`, { id, fields: {} });
    expect((await ask(renameSegment, path, { id, fields: { name: 'x' } })).status).toBe(404);
    expect((await segments()).map(({ name }) => name)).toEqual(['Donors']);
    const { rows } = await product.services.database.pool.query<{ action: string }>(
      'select action from audit_entries where subject_id = $1 order by at, id',
      [id],
    );
    expect(rows.map(({ action }) => action)).toEqual([
      ...['segment.saved', 'segment.renamed', 'segment.deleted'],
    ]);
  });
});

describe('the list and the work of the day', () => {
  it('are read by all; the file is only for those who may take it home', async () => {
    const wanted = { owner: 200, editor: 404, analyst: 200 };
    for (const role of roles) {
      expect((await ask(todayPage, '/admin/today', { role })).status).toBe(200);
      const csv = await ask(supportersCsv, '/admin/supporters.csv', { role });
      expect(csv.status).toBe(wanted[role]);
    }
  });

  it('work is taken on by those who may act, and leads back to where they were', async () => {
    const fields = {
      ...{ kind: 'event', subject: 'evt_stuck', owner: ownerId, state: 'in_hand' },
      ...{ note: '', back: 'kind=event&owner=nobody' },
    };
    const path = '/admin/today/items';
    expect((await ask(takeOn, path, { fields, role: 'analyst' })).status).toBe(404);
    expect((await ask(takeOn, path, { fields })).location).toBe(
      '/admin/today?kind=event&owner=nobody&done=saved',
    );
    const gone = { ...fields, subject: 'evt_other', back: '//evil.example' };
    expect((await ask(takeOn, path, { fields: gone })).location).toBe('/admin/today?done=gone');
    expect((await ask(takeOn, path, { fields: { kind: 'x' } })).location).toBe(
      '/admin/today?done=unreadable',
    );
  });
});
