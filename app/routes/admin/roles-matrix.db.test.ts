import { resolve } from 'node:path';
import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs } from '@remix-run/node';
import type { RouteConfigEntry } from '@remix-run/route-config';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestProduct, createTestProduct } from '../../../sandbox/testing/product.ts';
import { type Permission, permissions } from '../../domain/reports/permissions.ts';
import { findOrCreateSupporter } from '../../domain/supporters/find-or-create-supporter.server.ts';
import { grantRole } from '../../domain/supporters/grant-role.server.ts';
import { openSession } from '../../domain/supporters/open-session.server.ts';
import { type Role, roles } from '../../domain/supporters/viewer.ts';
import routes from '../../routes.ts';

/**
 * What opens each address of the desk: `view` its page or file, `act` what is posted to it.
 * `elsewhere`: it only takes posts, and leads whoever opens it to the page of the form.
 */
const doors: Readonly<Record<string, { view?: Permission | 'elsewhere'; act?: Permission }>> = {
  '/admin/settings/receipt-example.pdf': { view: 'settings.act' },
  // The door itself: it opens to all of the staff, whether or not their role waits.
  '/admin/confirmation': { view: 'report.view', act: 'report.view' },
  '/admin/confirmation/challenge': { view: 'elsewhere', act: 'report.view' },
  '/admin': { view: 'report.view' },
  '/admin/recurring': { view: 'report.view' },
  '/admin/recurring/changes': { view: 'supporters.view' },
  '/admin/recurring/standing': { view: 'supporters.view' },
  '/admin/retention': { view: 'report.view' },
  '/admin/retention/cohort': { view: 'supporters.view' },
  '/admin/sources': { view: 'report.view' },
  '/admin/digest': { view: 'report.view', act: 'report.view' },
  '/admin/views': { view: 'views.save' },
  '/admin/views/new': { view: 'views.save', act: 'views.save' },
  '/admin/views/:id': { view: 'views.save', act: 'views.save' },
  '/admin/views/:id/place': { view: 'elsewhere', act: 'views.save' },
  '/admin/views/:id/removal': { view: 'elsewhere', act: 'views.save' },
  '/admin/supporters': { view: 'supporters.view' },
  '/admin/supporters/:id': { view: 'supporters.view' },
  '/admin/supporters/:id/notes': { view: 'supporters.view', act: 'supporters.note' },
  '/admin/supporters/:id/timeline': { view: 'supporters.view' },
  '/admin/supporters/:id/mails': { view: 'supporters.mail' },
  '/admin/supporters/:id/mails/:mail': { view: 'supporters.mail', act: 'supporters.mail' },
  '/admin/supporters/:id/erasure': { view: 'supporters.erase', act: 'supporters.erase' },
  '/admin/supporters/:id/email': { view: 'supporters.identity', act: 'supporters.identity' },
  '/admin/supporters/:id/merge': { view: 'supporters.identity', act: 'supporters.identity' },
  '/admin/segments': { view: 'supporters.view' },
  '/admin/segments/new': { view: 'views.save', act: 'views.save' },
  '/admin/segments/:id': { view: 'views.save', act: 'views.save' },
  '/admin/segments/:id/removal': { view: 'elsewhere', act: 'views.save' },
  '/admin/today': { view: 'today.view' },
  '/admin/today/items': { view: 'elsewhere', act: 'today.act' },
  '/admin/disputes': { view: 'today.view' },
  '/admin/disputes/:id': { view: 'today.view', act: 'disputes.act' },
  '/admin/disputes/:id/submission': { view: 'disputes.act', act: 'disputes.act' },
  '/admin/disputes/:id/acceptance': { view: 'disputes.act', act: 'disputes.act' },
  '/admin/memberships/:id/change': { view: 'memberships.act', act: 'memberships.act' },
  '/admin/memberships/:id/cancellation': { view: 'memberships.act', act: 'memberships.act' },
  '/admin/memberships/:id/continuation': { view: 'memberships.act', act: 'memberships.act' },
  '/admin/memberships/:id/pause': { view: 'memberships.act', act: 'memberships.act' },
  '/admin/memberships/:id/resumption': { view: 'memberships.act', act: 'memberships.act' },
  '/admin/payments': { view: 'payments.view' },
  '/admin/payments/:id': { view: 'payments.view' },
  '/admin/payments/:id/refund': { view: 'payments.refund', act: 'payments.refund' },
  '/admin/articles': { view: 'articles.view' },
  '/admin/articles/new': { view: 'articles.act', act: 'articles.act' },
  '/admin/articles/rendering': { view: 'articles.act', act: 'articles.act' },
  '/admin/articles/:id': { view: 'articles.act', act: 'articles.act' },
  '/admin/articles/:id/publication': { view: 'articles.act', act: 'articles.act' },
  '/admin/articles/:id/unscheduling': { view: 'articles.act', act: 'articles.act' },
  '/admin/articles/:id/withdrawal': { view: 'articles.act', act: 'articles.act' },
  '/admin/articles/:id/revisions': { view: 'articles.act' },
  '/admin/articles/:id/revisions/:number': { view: 'articles.act' },
  '/admin/articles/:id/restoration': { view: 'articles.act', act: 'articles.act' },
  '/admin/articles/:id/preview': { view: 'articles.act' },
  '/admin/articles/:id/links': { view: 'articles.act', act: 'articles.act' },
  '/admin/articles/:id/links/:link': { view: 'articles.act', act: 'articles.act' },
  '/admin/articles/:id/copy': { view: 'articles.act', act: 'articles.act' },
  '/admin/articles/:id/presence': { view: 'articles.act', act: 'articles.act' },
  '/admin/articles/import': { view: 'articles.act', act: 'articles.act' },
  '/admin/pictures': { view: 'articles.view' },
  '/admin/pictures/new': { view: 'articles.act', act: 'articles.act' },
  '/admin/pictures/:id': { view: 'articles.view', act: 'articles.act' },
  '/admin/pictures/:id/removal': { view: 'articles.act', act: 'articles.act' },
  '/admin/sections': { view: 'articles.view' },
  '/admin/sections/new': { view: 'articles.act', act: 'articles.act' },
  '/admin/sections/:slug': { view: 'articles.act', act: 'articles.act' },
  '/admin/sections/:slug/place': { view: 'elsewhere', act: 'articles.act' },
  '/admin/sections/:slug/removal': { view: 'articles.act', act: 'articles.act' },
  '/admin/authors': { view: 'articles.view' },
  '/admin/authors/new': { view: 'articles.act', act: 'articles.act' },
  '/admin/authors/:slug': { view: 'articles.act', act: 'articles.act' },
  '/admin/authors/:slug/removal': { view: 'articles.act', act: 'articles.act' },
  '/admin/tiers': { view: 'tiers.view' },
  '/admin/tiers/new': { view: 'tiers.act', act: 'tiers.act' },
  '/admin/tiers/moves/:id': { view: 'tiers.view' },
  '/admin/tiers/moves/:id/cancellation': { view: 'tiers.act', act: 'tiers.act' },
  '/admin/tiers/moves/:id/retry': { view: 'tiers.act', act: 'tiers.act' },
  '/admin/tiers/:id': { view: 'tiers.act', act: 'tiers.act' },
  '/admin/tiers/:id/prices': { view: 'tiers.act', act: 'tiers.act' },
  '/admin/amounts': { view: 'amounts.view' },
  '/admin/amounts/:currency': { view: 'amounts.act', act: 'amounts.act' },
  '/admin/settings/edit': { view: 'settings.act', act: 'settings.act' },
  '/admin/connections': { view: 'connections.view' },
  '/admin/connections/mail-check': { view: 'connections.view' },
  '/admin/connections/mail': { view: 'connections.act', act: 'connections.act' },
  '/admin/connections/webhook': { view: 'connections.act', act: 'connections.act' },
  '/admin/offers': { view: 'offers.view' },
  '/admin/offers/new': { view: 'offers.act', act: 'offers.act' },
  '/admin/offers/:id/end': { view: 'offers.act', act: 'offers.act' },
  '/admin/grants': { view: 'grants.view' },
  '/admin/grants/new': { view: 'grants.act', act: 'grants.act' },
  '/admin/grants/:id/end': { view: 'grants.act', act: 'grants.act' },
  '/admin/wall': { view: 'wall.view' },
  '/admin/wall/removals': { view: 'elsewhere', act: 'wall.act' },
  '/admin/wall/returns': { view: 'elsewhere', act: 'wall.act' },
  '/admin/settings': { view: 'settings.view' },
  '/admin/mail-texts': { view: 'mailTexts.view' },
  '/admin/mail-texts/:template/:language': { view: 'mailTexts.view', act: 'mailTexts.act' },
  '/admin/mail-texts/:template/:language/trial': { view: 'elsewhere', act: 'mailTexts.act' },
  '/admin/asks': { view: 'asks.view' },
  '/admin/asks/new': { view: 'asks.act', act: 'asks.act' },
  '/admin/asks/trial': { view: 'asks.view' },
  '/admin/asks/:id': { view: 'asks.act', act: 'asks.act' },
  '/admin/asks/:id/test': { view: 'asks.view', act: 'asks.act' },
  '/admin/asks/:id/test/end': { view: 'asks.act', act: 'asks.act' },
  '/admin/asks/:id/test.csv': { view: 'report.export' },
  '/admin/asks/:id/place': { view: 'elsewhere', act: 'asks.act' },
  '/admin/asks/:id/use': { view: 'elsewhere', act: 'asks.act' },
  '/admin/campaigns': { view: 'campaigns.view' },
  '/admin/campaigns/new': { view: 'campaigns.act', act: 'campaigns.act' },
  '/admin/campaigns/:id': { view: 'campaigns.act', act: 'campaigns.act' },
  '/admin/campaigns/:id/end': { view: 'campaigns.act', act: 'campaigns.act' },
  '/admin/staff': { view: 'staff.view' },
  '/admin/staff/new': { view: 'staff.act', act: 'staff.act' },
  '/admin/staff/invitations/:id/withdrawal': { view: 'staff.act', act: 'staff.act' },
  '/admin/staff/confirmation': { view: 'staff.act', act: 'staff.act' },
  '/admin/staff/confirmation/end': { view: 'staff.act', act: 'staff.act' },
  '/admin/staff/:id/passkeys': { view: 'staff.act', act: 'staff.act' },
  '/admin/staff/:id': { view: 'staff.act', act: 'staff.act' },
  '/admin/staff/:id/removal': { view: 'staff.act', act: 'staff.act' },
  '/admin/audit': { view: 'audit.view' },
  '/admin/pipeline': { view: 'pipeline.view' },
  '/admin/pipeline/retries': { view: 'elsewhere', act: 'pipeline.act' },
  '/admin/pipeline/dismissals': { view: 'pipeline.act', act: 'pipeline.act' },
  '/admin/reconciliation': { view: 'reconciliation.view' },
  '/admin/reconciliation/runs': { view: 'elsewhere', act: 'reconciliation.act' },
  '/admin/reconciliation/explanations': { view: 'reconciliation.act', act: 'reconciliation.act' },
  '/admin/report.csv': { view: 'report.export' },
  '/admin/recurring.csv': { view: 'report.export' },
  '/admin/recurring/changes.csv': { view: 'supporters.export' },
  '/admin/retention.csv': { view: 'report.export' },
  '/admin/sources.csv': { view: 'report.export' },
  '/admin/supporters.csv': { view: 'supporters.export' },
  '/admin/payments.csv': { view: 'payments.export' },
  '/admin/articles.csv': { view: 'report.export' },
  '/admin/audit.csv': { view: 'audit.export' },
};

/** What these pages must be told before they look for anything. */
const queries: Readonly<Record<string, string>> = {
  '/admin/pipeline/dismissals': '?kind=event&id=evt_1',
  '/admin/views/new': '?room=overview',
  '/admin/retention/cohort': '?joined=2026-01',
  '/admin/recurring/standing': '?at=2026-01-31',
  '/admin/reconciliation/explanations': '?id=00000000-0000-4000-8000-000000000000',
};

/** What stands in an address's place of a parameter. The id is a supporter's, and nothing else's. */
const params = (path: string, personId: string): Record<string, string> =>
  Object.fromEntries(
    [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => {
      const values: Record<string, string> = {
        id: personId,
        currency: 'EUR',
        revision: '1',
        number: '1',
        mail: personId,
        link: personId,
        slug: 'none',
        template: 'receipt',
        language: 'en',
      };
      const value = values[name];
      if (value === undefined) throw new Error(`Say what :${name} is in ${path}.`);
      return [name, value];
    }),
  );

interface RouteModule {
  loader?: (args: LoaderFunctionArgs) => unknown;
  action?: (args: ActionFunctionArgs) => unknown;
  headers?: HeadersFunction;
  default?: unknown;
}

/** Every address under /admin in the site map, with the file behind it. */
function desk(entries: readonly RouteConfigEntry[], parent = ''): { path: string; file: string }[] {
  return entries.flatMap((entry) => {
    const path = entry.path ? `${parent}/${entry.path}` : parent;
    const own = entry.path && /^\/admin(\/|\.|$)/.test(path) ? [{ path, file: entry.file }] : [];
    return [...own, ...desk(entry.children ?? [], path)];
  });
}

const found = await Promise.all(
  desk(routes).map(async ({ path, file }) => ({
    path,
    // The site map names a file; what it exports is known only when it is there.
    module: (await import(resolve(import.meta.dirname, '../..', file))) as RouteModule,
  })),
);

const actors = [...roles, 'supporter', 'owner by checkout', 'nobody'] as const;
type Actor = (typeof actors)[number];

let product: TestProduct;
let personId: string;
const cookies = new Map<Actor, string>();

beforeAll(async () => {
  product = await createTestProduct();
  const { services } = product;
  const enter = async (email: string, role: Role | null, openedBy: 'mail' | 'checkout') => {
    const { supporterId } = await findOrCreateSupporter(services, {
      ...{ email, name: null, locale: 'en', country: null, stripeCustomerId: null },
    });
    if (role) await grantRole(services, { actorId: null, supporterId, role });
    const { token } = await openSession(services, {
      ...{ supporterId, openedBy, userAgent: null, previousToken: null },
    });
    return { supporterId, cookie: `session=${token}` };
  };
  for (const role of roles) {
    cookies.set(role, (await enter(`${role}@example.org`, role, 'mail')).cookie);
  }
  const reader = await enter('reader@example.org', null, 'mail');
  personId = reader.supporterId;
  cookies.set('supporter', reader.cookie);
  const paid = await enter('owner@example.org', null, 'checkout');
  cookies.set('owner by checkout', paid.cookie);
});
afterAll(() => product.close());

interface Answer {
  readonly status: number;
  readonly location: string;
  /** How often the database was asked for more than who this is. */
  readonly questions: number;
}

/** Opens an address, or posts an empty form to it. */
async function knock(
  { path, module }: (typeof found)[number],
  actor: Actor,
  method: 'GET' | 'POST',
  origin = 'http://localhost:3000',
): Promise<Answer> {
  const values = params(path, personId);
  const address = path.replaceAll(/:(\w+)/g, (_, name: string) => values[name] ?? '');
  let questions = 0;
  const db = new Proxy(product.services.db, {
    get(target, key, receiver): unknown {
      if (typeof key === 'string' && /^(select|insert|update|delete|exec|trans|with)/.test(key)) {
        questions += 1;
      }
      return Reflect.get(target, key, receiver);
    },
  });
  const cookie = cookies.get(actor);
  const request = new Request(`http://localhost:3000${address}${queries[path] ?? ''}`, {
    headers: { Origin: origin, ...(cookie ? { Cookie: cookie } : {}) },
    ...(method === 'POST' ? { method, body: new URLSearchParams() } : {}),
  });
  const services = { ...product.services, db };
  const context = { services, entryScript: '', clientAddress: '203.0.113.9' };
  const handler = method === 'GET' ? module.loader : module.action;
  if (!handler) throw new Error(`${path} answers no ${method}.`);
  let answer: unknown;
  try {
    answer = await handler({ request, params: values, context });
  } catch (thrown) {
    if (!(thrown instanceof Response)) throw thrown;
    answer = thrown;
  }
  // Who is knocking is one question; nobody is not looked for.
  questions -= cookie ? 1 : 0;
  if (answer instanceof Response) {
    await answer.body?.cancel();
    const location = answer.headers.get('Location') ?? '';
    return { status: answer.status, location, questions };
  }
  const { init } = (answer ?? {}) as { init?: { status?: number } | null };
  return { status: init?.status ?? 200, location: '', questions };
}

/** How many rows each table has. */
async function countRows(): Promise<Record<string, number>> {
  const { pool } = product.services.database;
  const { rows: tables } = await pool.query<{ name: string }>(
    "select quote_ident(table_name) as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1",
  );
  const parts = tables.map(({ name }) => `select '${name}' as name, count(*)::int from ${name}`);
  const { rows } = await pool.query<{ name: string; count: number }>(parts.join(' union all '));
  return Object.fromEntries(rows.map(({ name, count }) => [name, count]));
}

function holds(actor: Actor, permission: Permission): boolean {
  const holders: readonly string[] = permissions[permission];
  return holders.includes(actor);
}

it('no address of the desk is missing in the table, nor is one that there is not', () => {
  const told = Object.fromEntries(
    found.map(({ path, module }) => [
      path,
      [...(module.loader ? ['view'] : []), ...(module.action ? ['act'] : [])].join(),
    ]),
  );
  const expected = Object.entries(doors).map(([path, door]) => [path, Object.keys(door).join()]);
  expect(told).toEqual(Object.fromEntries(expected));
});

it('both languages have the same desk', () => {
  const paths = (entries: readonly RouteConfigEntry[]): string[] =>
    entries.flatMap((entry) => [entry.path ?? '', ...paths(entry.children ?? [])]);
  const ukrainian = new Set(paths(routes).filter((path) => /^uk\/admin/.test(path)));
  const pages = found.map(({ path }) => path).filter((path) => !path.endsWith('.csv'));
  expect(pages.filter((path) => !ukrainian.has(`uk${path}`))).toEqual([]);
});

const listed = found.filter(({ path }) => Object.hasOwn(doors, path));

describe.each(listed)('$path', (door) => {
  const { view, act } = doors[door.path] ?? {};
  const tried = [
    ...(view && view !== 'elsewhere' ? [{ method: 'GET' as const, needs: view }] : []),
    ...(act ? [{ method: 'POST' as const, needs: act }] : []),
  ];

  it('refuses everyone whom the table does not name, and changes nothing', async () => {
    const before = await countRows();
    for (const { method, needs } of tried) {
      for (const actor of actors.filter((one) => !holds(one, needs))) {
        const answer = await knock(door, actor, method);
        expect({ actor, method, ...answer }).toMatchObject({
          ...{ actor, method, questions: 0, status: actor === 'nobody' ? 302 : 404 },
        });
        if (actor === 'nobody') expect(answer.location).toContain('/sign-in?next=');
      }
      if (method === 'POST') {
        for (const actor of actors) {
          const answer = await knock(door, actor, method, 'https://elsewhere.example');
          expect({ actor, ...answer }).toMatchObject({ actor, status: 403 });
        }
      }
    }
    if (view === 'elsewhere') {
      const { status, location } = await knock(door, 'nobody', 'GET');
      expect({ status, isDesk: location.startsWith('/admin') }).toEqual({
        ...{ status: 302, isDesk: true },
      });
    }
    expect(await countRows()).toEqual(before);
  });

  it('lets in whom the table names', async () => {
    for (const { method, needs } of tried) {
      for (const role of permissions[needs]) {
        const { status, location, questions } = await knock(door, role, method);
        // What the address names may not be there. Then it was looked for, or the form was read.
        const isIn = status !== 404 || questions > 0;
        expect({ role, method, status, isIn }).toMatchObject({ role, method, isIn: true });
        expect(status).not.toBe(403);
        expect(status).not.toBe(500);
        expect(location).not.toContain('/sign-in');
      }
    }
  });
});

describe('where the staff confirm with a passkey', () => {
  const atTheDoor = (path: string) => path.startsWith('/admin/confirmation');
  const setRule = (isOn: boolean) =>
    product.services.database.pool.query(
      isOn
        ? "insert into staff_confirmation (key, since, grace_until) values ('desk', now(), now() - interval '1 day')"
        : 'delete from staff_confirmation',
    );

  it('a session that has not shows nothing of the desk, takes no act, and leads to the door', async () => {
    await setRule(true);
    const before = await countRows();
    for (const door of listed.filter(({ path }) => !atTheDoor(path))) {
      const { view, act } = doors[door.path] ?? {};
      for (const role of roles) {
        for (const [method, needs] of [
          ['GET', view],
          ['POST', act],
        ] as const) {
          if (!needs || needs === 'elsewhere') continue;
          const answer = await knock(door, role, method);
          const isTheirs = holds(role, needs);
          expect({ path: door.path, role, method, ...answer }).toMatchObject({
            ...{ path: door.path, role, method, questions: 0, status: isTheirs ? 302 : 404 },
          });
          if (isTheirs) expect(answer.location).toContain('/admin/confirmation?next=');
        }
      }
    }
    expect(await countRows()).toEqual(before);
    const [door] = listed.filter(({ path }) => path === '/admin/confirmation');
    for (const actor of door ? actors : []) {
      const { status } = door ? await knock(door, actor, 'GET') : { status: 0 };
      const isStaff = roles.some((role) => role === actor);
      expect({ actor, status }).toEqual({
        ...{ actor, status: isStaff ? 200 : actor === 'nobody' ? 302 : 404 },
      });
    }
    await setRule(false);
  });
});

it('no page of the desk is kept anywhere', () => {
  const none = new Headers();
  const input = { loaderHeaders: none, parentHeaders: none, actionHeaders: none };
  const kept = listed.filter(({ module: { default: page, headers } }) => {
    if (!page) return false;
    const answer = new Headers(headers?.({ ...input, errorHeaders: undefined }));
    return answer.get('Cache-Control') !== 'private, no-store';
  });
  expect(kept.map(({ path }) => path)).toEqual([]);
});
