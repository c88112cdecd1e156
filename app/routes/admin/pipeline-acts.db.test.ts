import type { ActionFunctionArgs } from '@remix-run/node';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestProduct, createTestProduct } from '../../../sandbox/testing/product.ts';
import { deadLetters } from '../../db/schema/jobs.ts';
import { mails } from '../../db/schema/mail.ts';
import { reconciliationDifferences } from '../../db/schema/reconciliation.ts';
import { stripeEvents } from '../../db/schema/webhooks.ts';
import { findOrCreateSupporter } from '../../domain/supporters/find-or-create-supporter.server.ts';
import { grantRole } from '../../domain/supporters/grant-role.server.ts';
import { openSession } from '../../domain/supporters/open-session.server.ts';
import type { Role } from '../../domain/supporters/viewer.ts';
import { newId } from '../../platform/ids.ts';
import { loader as list } from './pipeline.tsx';
import { action as dismiss } from './pipeline-dismissals.tsx';
import { action as retry } from './pipeline-retries.tsx';
import { action as explain } from './reconciliation-explanations.tsx';
import { action as compare } from './reconciliation-runs.tsx';

type Action = (args: ActionFunctionArgs) => Promise<unknown>;

let product: TestProduct;
const cookies = new Map<Role, string>();

beforeAll(async () => {
  product = await createTestProduct();
  const { services } = product;
  for (const role of ['owner', 'analyst'] as const) {
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

interface Answer {
  status: number;
  location: string | null;
}

async function post(
  action: Action,
  path: string,
  fields: Record<string, string>,
  { role = 'owner', origin = 'http://localhost:3000' }: { role?: Role; origin?: string } = {},
): Promise<Answer> {
  const request = new Request(`http://localhost:3000${path}`, {
    method: 'POST',
    headers: { Cookie: cookies.get(role) ?? '', Origin: origin },
    body: new URLSearchParams(fields),
  });
  const context = { services: product.services, entryScript: '', clientAddress: '203.0.113.9' };
  try {
    return toAnswer(await action({ request, params: {}, context }));
  } catch (thrown) {
    return toAnswer(thrown);
  }
}

function toAnswer(answer: unknown): Answer {
  if (answer instanceof Response) {
    return { status: answer.status, location: answer.headers.get('Location') };
  }
  if (typeof answer === 'object' && answer !== null && 'init' in answer) {
    const { init } = answer;
    if (typeof init === 'object' && init !== null && 'status' in init) {
      return { status: Number(init.status), location: null };
    }
  }
  throw answer;
}

async function writeStuck() {
  const { db, clock } = product.services;
  const now = clock.now();
  const event = { id: `evt_${newId()}`, type: 'charge.updated', objectId: 'ch_stuck' };
  await db.insert(stripeEvents).values({
    ...event,
    ...{ createdAt: now, receivedAt: now, processedAt: now, attempts: 12 },
    ...{ outcome: 'given_up', reason: 'stripe_missing', failure: 'No such charge' },
  });
  const mail = { id: newId(), template: 'receipt', subjectId: newId() };
  await db.insert(mails).values({
    ...mail,
    ...{ recipient: 'somebody@example.org', locale: 'en', status: 'failed', createdAt: now },
    failureCode: '550',
  });
  const job = { id: newId(), job: 'settle-payment', data: { chargeId: 'ch_stuck' } };
  await db
    .insert(deadLetters)
    .values({ ...job, reason: 'database', attempts: 3, failedAt: now, failure: null });
  return { event: event.id, mail: mail.id, job: job.id };
}

it('lists what stands still, without anybody’s address', async () => {
  const ids = await writeStuck();
  const view = await list({
    request: new Request('http://localhost:3000/admin/pipeline', {
      headers: { Cookie: cookies.get('owner') ?? '' },
    }),
    params: {},
    context: { services: product.services, entryScript: '', clientAddress: '203.0.113.9' },
  });
  const shown = view.items.filter((item) => Object.values(ids).includes(item.id));
  expect(shown.map((item) => [item.kind, item.state, item.reason])).toEqual([
    ['event', 'given_up', 'stripe_missing'],
    ['mail', 'given_up', 'mail_refused'],
    ['job', 'given_up', 'database'],
  ]);
  expect(JSON.stringify(view)).not.toContain('somebody@example.org');
  expect(view.mayAct).toBe(true);
});

it('tries each again, and says so when it was seen to already', async () => {
  const ids = await writeStuck();
  for (const [kind, id] of Object.entries(ids)) {
    const once = await post(retry, '/admin/pipeline/retries', { kind, id });
    expect(once).toEqual({ status: 303, location: '/admin/pipeline?done=retried' });
    const twice = await post(retry, '/uk/admin/pipeline/retries', { kind, id });
    expect(twice).toEqual({ status: 303, location: '/uk/admin/pipeline?done=not_stuck' });
  }
  const { rows } = await product.services.database.pool.query<{ name: string }>(
    "select name from pgboss.job where state = 'created' and name <> 'reconcile-nightly' order by name",
  );
  expect(rows.map((row) => row.name)).toEqual([
    'process-stripe-event',
    'send-mail',
    'settle-payment',
  ]);
});

it('lets each go only with a reason', async () => {
  const ids = await writeStuck();
  for (const [kind, id] of Object.entries(ids)) {
    const path = `/admin/pipeline/dismissals?${new URLSearchParams({ kind, id }).toString()}`;
    expect(await post(dismiss, path, { reason: '  ' })).toMatchObject({ status: 422 });
    expect(await post(dismiss, path, { reason: 'x'.repeat(301) })).toMatchObject({ status: 422 });
    expect(await post(dismiss, path, { reason: 'A test' })).toEqual({
      status: 303,
      location: '/admin/pipeline?done=dismissed',
    });
  }
  const { db } = product.services;
  const [mail] = await db.select().from(mails).where(eq(mails.id, ids.mail));
  expect(mail?.status).toBe('dismissed');
});

it('explains a difference only with words', async () => {
  const { db, clock } = product.services;
  const id = newId();
  const now = clock.now();
  await db.insert(reconciliationDifferences).values({
    ...{ id, kind: 'payout', objectId: 'po_1', expected: '1.00 EUR', found: '' },
    ...{ cause: 'not_listed_yet', state: 'open', firstSeenAt: now, lastSeenAt: now },
  });
  const path = `/admin/reconciliation/explanations?id=${id}`;
  expect(await post(explain, path, { reason: '' })).toMatchObject({ status: 422 });
  const location = '/admin/reconciliation?done=explained';
  expect(await post(explain, path, { reason: 'Checked' })).toEqual({ status: 303, location });
  expect(await post(explain, path, { reason: 'Again' })).toMatchObject({
    location: '/admin/reconciliation?done=not_open',
  });
});

it('opens no act to an analyst or to another site', async () => {
  const ids = await writeStuck();
  const acts: [Action, string, Record<string, string>][] = [
    [retry, '/admin/pipeline/retries', { kind: 'event', id: ids.event }],
    [dismiss, `/admin/pipeline/dismissals?kind=event&id=${ids.event}`, { reason: 'x' }],
    [explain, `/admin/reconciliation/explanations?id=${newId()}`, { reason: 'x' }],
    [compare, '/admin/reconciliation/runs', {}],
  ];
  for (const [action, path, fields] of acts) {
    expect((await post(action, path, fields, { role: 'analyst' })).status).toBe(404);
    expect((await post(action, path, fields, { origin: 'http://evil.example' })).status).toBe(403);
  }
  expect(await post(compare, '/admin/reconciliation/runs', {})).toEqual({
    status: 303,
    location: '/admin/reconciliation?done=queued',
  });
});
