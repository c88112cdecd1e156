import type { LoaderFunctionArgs } from '@remix-run/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestProduct, createTestProduct } from '../../../sandbox/testing/product.ts';
import { tiers } from '../../db/schema/memberships.ts';
import { writeRandomMemberships } from '../../domain/reports/recurring/testing/write-random-memberships.ts';
import { findOrCreateSupporter } from '../../domain/supporters/find-or-create-supporter.server.ts';
import { grantRole } from '../../domain/supporters/grant-role.server.ts';
import { openSession } from '../../domain/supporters/open-session.server.ts';
import { type Role, roles } from '../../domain/supporters/viewer.ts';
import { newId } from '../../platform/ids.ts';
import { loader as recurringCsv } from '../endpoints/recurring-csv.ts';
import { loader as retentionCsv } from '../endpoints/retention-csv.ts';
import { loader as recurring } from './recurring.tsx';
import { loader as retention } from './retention.tsx';

const now = new Date('2026-11-22T16:30:00Z');
let product: TestProduct;
const cookies = new Map<Role | null, string>();

beforeAll(async () => {
  product = await createTestProduct({ clock: { now: () => now } });
  const { services } = product;
  const people: string[] = [];
  for (const role of [...roles, null]) {
    const { supporterId } = await findOrCreateSupporter(services, {
      ...{ email: `${role ?? 'reader'}@example.org`, name: '=1+1', locale: 'en', country: null },
      stripeCustomerId: null,
    });
    people.push(supporterId);
    if (role) await grantRole(services, { actorId: null, supporterId, role });
    const { token } = await openSession(services, {
      ...{ supporterId, openedBy: 'mail', userAgent: null, previousToken: null },
    });
    cookies.set(role, `session=${token}`);
  }
  const tierId = newId();
  await services.db.insert(tiers).values({
    ...{ id: tierId, slug: 'patron', rank: 1, perks: [] },
    ...{ name: { en: '=Patron', uk: 'Патрон' }, description: { en: '', uk: '' } },
  });
  await writeRandomMemberships(services, {
    ...{ seed: 5, count: 25, people, tiers: [tierId, tierId], until: now },
  });
});
afterAll(() => product.close());

async function ask<Answer>(
  loader: (args: LoaderFunctionArgs) => Promise<Answer>,
  path: string,
  who: Role | null = 'analyst',
): Promise<Answer | Response> {
  const request = new Request(`http://localhost${path}`, {
    headers: { cookie: cookies.get(who) ?? '' },
  });
  try {
    return await loader({
      request,
      params: {},
      context: { services: product.services, entryScript: '', clientAddress: '203.0.113.9' },
    });
  } catch (thrown) {
    if (thrown instanceof Response) return thrown;
    throw thrown;
  }
}

const pages = [
  ['/admin/recurring', recurring],
  ['/admin/retention', retention],
  ['/admin/recurring.csv', recurringCsv],
  ['/admin/retention.csv', retentionCsv],
] as const;

describe('the reports of recurring revenue', () => {
  it.each(pages)('%s opens for all of the staff and for nobody else', async (path, loader) => {
    for (const role of roles) {
      const answer = await ask<unknown>(loader, path, role);
      expect(answer instanceof Response ? answer.status : 200).toBe(200);
    }
    const answer = await ask<unknown>(loader, path, null);
    expect(answer).toBeInstanceOf(Response);
    expect((answer as Response).status).not.toBe(200);
  });

  it('tell of the days that the address names, and keep what could not be read', async () => {
    const answer = await ask(recurring, '/admin/recurring?from=2026-02-30&to=2026-03-31');
    if (answer instanceof Response) throw answer;
    expect(answer.bad.from).toBe('2026-02-30');
    expect(answer.report.range.to).toBe('2026-03-31');
    const money = await ask(retention, '/admin/retention?by=UAH');
    if (money instanceof Response) throw money;
    expect(money.report.measure).toBe('UAH');
    const nonsense = await ask(retention, "/admin/retention?by=';drop");
    if (nonsense instanceof Response) throw nonsense;
    expect(nonsense.report.measure).toBe('people');
  });

  it.each([
    ['/admin/recurring.csv?range=this_year', recurringCsv, 'tiers,standing,2026-01-01,2026-11-22'],
    ['/admin/retention.csv?range=this_year', retentionCsv, 'lifetime_value,people_left,2025-11'],
  ] as const)('%s is a file with every table of its page', async (path, loader, line) => {
    const answer = await ask<Response>(loader, path);
    expect(answer.headers.get('content-type')).toContain('text/csv');
    const text = await answer.text();
    expect(text).toContain('part,figure,from,to,subject,currency,count,amount\r\n');
    expect(text).toContain(line);
    // Nothing that a spreadsheet would take for a formula.
    expect(text).not.toMatch(/(^|,)[=@]/m);
  });

  it('ask the database as often for many changes as for few', async () => {
    const { pool } = product.services.database;
    let asked = 0;
    const count = () => {
      asked += 1;
    };
    pool.on('acquire', count);
    // Jobs ask now and then too: the least of a few is the page's own.
    const cost = async (path: string, loader: typeof retention | typeof recurring) => {
      const costs: number[] = [];
      for (let i = 0; i < 4; i += 1) {
        asked = 0;
        await ask<unknown>(loader, path);
        costs.push(asked);
      }
      return Math.min(...costs);
    };
    for (const [path, loader] of [
      ['/admin/recurring', recurring],
      ['/admin/retention', retention],
    ] as const) {
      const many = await cost(`${path}?from=2025-06-01&to=2026-11-22`, loader);
      expect(many).toBe(await cost(`${path}?from=2019-01-01&to=2019-01-02`, loader));
      expect(many).toBeLessThanOrEqual(14);
    }
    pool.off('acquire', count);
  });
});
