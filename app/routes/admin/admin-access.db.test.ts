import type { LoaderFunctionArgs } from '@remix-run/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestProduct, createTestProduct } from '../../../sandbox/testing/product.ts';
import { type Permission, permissions } from '../../domain/reports/permissions.ts';
import { findOrCreateSupporter } from '../../domain/supporters/find-or-create-supporter.server.ts';
import { grantRole } from '../../domain/supporters/grant-role.server.ts';
import { openSession } from '../../domain/supporters/open-session.server.ts';
import { type Role, roles } from '../../domain/supporters/viewer.ts';
import { loader as paymentsCsv } from '../endpoints/payments-csv.ts';
import { loader as recurringCsv } from '../endpoints/recurring-csv.ts';
import { loader as reportCsv } from '../endpoints/report-csv.ts';
import { loader as retentionCsv } from '../endpoints/retention-csv.ts';
import { loader as supportersCsv } from '../endpoints/supporters-csv.ts';
import { headers as layoutHeaders, loader as layout } from './admin-layout.tsx';
import { headers as articlesHeaders, loader as articles } from './articles.tsx';
import { headers as paymentsHeaders, loader as payments } from './payments.tsx';
import { headers as pipelineHeaders, loader as pipeline } from './pipeline.tsx';
import { headers as dismissalsHeaders, loader as dismissals } from './pipeline-dismissals.tsx';
import { headers as reconciliationHeaders, loader as reconciliation } from './reconciliation.tsx';
import {
  headers as explanationsHeaders,
  loader as explanations,
} from './reconciliation-explanations.tsx';
import { headers as recurringHeaders, loader as recurring } from './recurring.tsx';
import { headers as reportHeaders, loader as report } from './report.tsx';
import { headers as retentionHeaders, loader as retention } from './retention.tsx';
import { headers as settingsHeaders, loader as settings } from './settings.tsx';
import { headers as supporterHeaders, loader as supporter } from './supporter.tsx';
import { headers as supportersHeaders, loader as supporters } from './supporters.tsx';
import { headers as tiersHeaders, loader as tiers } from './tiers.tsx';
import { headers as wallHeaders, loader as wall } from './wall.tsx';

type Loader = (args: LoaderFunctionArgs) => Promise<unknown>;

/** Every door of the desk and the permission that opens it. */
const doors: readonly { path: string; loader: Loader; needs: Permission }[] = [
  { path: '/admin', loader: layout, needs: 'report.view' },
  { path: '/admin', loader: report, needs: 'report.view' },
  { path: '/uk/admin', loader: report, needs: 'report.view' },
  { path: '/admin/recurring', loader: recurring, needs: 'report.view' },
  { path: '/admin/retention', loader: retention, needs: 'report.view' },
  { path: '/admin/supporters', loader: supporters, needs: 'supporters.view' },
  { path: '/admin/supporters/person', loader: supporter, needs: 'supporters.view' },
  { path: '/admin/payments', loader: payments, needs: 'payments.view' },
  { path: '/admin/articles', loader: articles, needs: 'articles.view' },
  { path: '/admin/tiers', loader: tiers, needs: 'tiers.view' },
  { path: '/admin/wall', loader: wall, needs: 'wall.view' },
  { path: '/admin/settings', loader: settings, needs: 'settings.view' },
  { path: '/admin/pipeline', loader: pipeline, needs: 'pipeline.view' },
  {
    path: '/admin/pipeline/dismissals?kind=event&id=evt_1',
    loader: dismissals,
    needs: 'pipeline.act',
  },
  { path: '/admin/reconciliation', loader: reconciliation, needs: 'reconciliation.view' },
  {
    path: '/admin/reconciliation/explanations?id=00000000-0000-4000-8000-000000000000',
    loader: explanations,
    needs: 'reconciliation.act',
  },
  { path: '/admin/report.csv', loader: reportCsv, needs: 'report.export' },
  { path: '/admin/recurring.csv', loader: recurringCsv, needs: 'report.export' },
  { path: '/admin/retention.csv', loader: retentionCsv, needs: 'report.export' },
  { path: '/admin/supporters.csv', loader: supportersCsv, needs: 'supporters.export' },
  { path: '/admin/payments.csv', loader: paymentsCsv, needs: 'payments.export' },
];

let product: TestProduct;
let personId: string;
const cookies = new Map<Role | 'supporter' | 'owner by checkout', string>();

beforeAll(async () => {
  product = await createTestProduct();
  const { services } = product;
  const open = async (email: string, role: Role | null, openedBy: 'mail' | 'checkout') => {
    const { supporterId } = await findOrCreateSupporter(services, {
      email,
      name: '=1+1',
      locale: 'en',
      country: null,
      stripeCustomerId: null,
    });
    if (role) await grantRole(services, { actorId: null, supporterId, role });
    const { token } = await openSession(services, {
      supporterId,
      openedBy,
      userAgent: null,
      previousToken: null,
    });
    return { supporterId, cookie: `session=${token}` };
  };
  for (const role of roles) {
    cookies.set(role, (await open(`${role}@example.org`, role, 'mail')).cookie);
  }
  const reader = await open('reader@example.org', null, 'mail');
  personId = reader.supporterId;
  cookies.set('supporter', reader.cookie);
  const paid = await open('owner@example.org', null, 'checkout');
  cookies.set('owner by checkout', paid.cookie);
});
afterAll(() => product.close());

async function knock(
  door: (typeof doors)[number],
  cookie: string | undefined,
): Promise<{ status: number; location: string | null; answer: unknown }> {
  const args = {
    request: new Request(`http://localhost:3000${door.path}`, {
      headers: cookie ? { Cookie: cookie } : {},
    }),
    params: { id: personId },
    context: { services: product.services, entryScript: '', clientAddress: '203.0.113.9' },
  };
  try {
    return { status: 200, location: null, answer: await door.loader(args) };
  } catch (thrown) {
    if (!(thrown instanceof Response)) throw thrown;
    return { status: thrown.status, location: thrown.headers.get('Location'), answer: null };
  }
}

describe.each(doors)('$path ($needs)', (door) => {
  it.each(roles)('to an %s is open as the table says', async (role) => {
    const holders: readonly Role[] = permissions[door.needs];
    const { status, answer } = await knock(door, cookies.get(role));
    expect(status).toBe(holders.includes(role) ? 200 : 404);
    if (answer instanceof Response) await answer.body?.cancel();
  });

  it('is not there for a supporter, nor for an owner who only paid in this browser', async () => {
    expect((await knock(door, cookies.get('supporter'))).status).toBe(404);
    expect((await knock(door, cookies.get('owner by checkout'))).status).toBe(404);
  });

  it('leads somebody who is not signed in to the sign-in page and back', async () => {
    const { status, location } = await knock(door, undefined);
    expect(status).toBe(302);
    expect(location).toContain(`/sign-in?next=${encodeURIComponent(door.path)}`);
  });
});

it('no page of the desk is kept anywhere', () => {
  const all = [
    layoutHeaders,
    reportHeaders,
    recurringHeaders,
    retentionHeaders,
    supportersHeaders,
    supporterHeaders,
    paymentsHeaders,
    articlesHeaders,
    tiersHeaders,
    wallHeaders,
    settingsHeaders,
    pipelineHeaders,
    dismissalsHeaders,
    reconciliationHeaders,
    explanationsHeaders,
  ];
  for (const headers of all) {
    const none = new Headers();
    const answer = new Headers(
      headers({
        loaderHeaders: none,
        parentHeaders: none,
        actionHeaders: none,
        errorHeaders: undefined,
      }),
    );
    expect(answer.get('Cache-Control')).toBe('private, no-store');
  }
});

describe('a download', () => {
  const download = async (path: string, loader: Loader) => {
    const { answer } = await knock({ path, loader, needs: 'report.view' }, cookies.get('owner'));
    if (!(answer instanceof Response)) throw new Error('no file came');
    const bytes = new Uint8Array(await answer.arrayBuffer());
    return { answer, bytes, text: new TextDecoder().decode(bytes) };
  };

  it('is a private file with a dated name and the mark of UTF-8, and starts no formula', async () => {
    const { answer, bytes, text } = await download(
      '/admin/supporters.csv?search=reader',
      supportersCsv,
    );
    expect(answer.headers.get('Cache-Control')).toBe('private, no-store');
    expect(answer.headers.get('Content-Type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('Content-Disposition')).toMatch(
      /^attachment; filename="supporters-\d{4}-\d\d-\d\d\.csv"$/,
    );
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = text.trim().split('\r\n');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain("'=1+1,reader@example.org");
  });

  it('of personal data is written down', async () => {
    await download('/admin/payments.csv?month=2026-11', paymentsCsv);
    const { rows } = await product.services.database.pool.query<{ action: string }>(
      "select action from audit_entries where action like '%.exported' order by at",
    );
    expect(rows.map((row) => row.action)).toContain('payments.exported');
    expect(rows.map((row) => row.action)).toContain('supporters.exported');
  });
});
