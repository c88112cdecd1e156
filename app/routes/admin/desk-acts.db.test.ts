import type { AppLoadContext } from '@remix-run/node';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { joinAsPatron, offerTiers } from '../../../sandbox/testing/patrons.ts';
import { type TestProduct, createTestProduct } from '../../../sandbox/testing/product.ts';
import { payments } from '../../db/schema/ledger.ts';
import { memberships } from '../../db/schema/memberships.ts';
import { auditEntries } from '../../db/schema/supporters.ts';
import { findOrCreateSupporter } from '../../domain/supporters/find-or-create-supporter.server.ts';
import { grantRole } from '../../domain/supporters/grant-role.server.ts';
import { openSession } from '../../domain/supporters/open-session.server.ts';
import type { Role } from '../../domain/supporters/viewer.ts';
import { sessionCookieName } from '../../web/cookies.ts';
import { action as change, loader as changePage } from './membership-change.tsx';
import { action as end } from './membership-cancellation.tsx';
import { action as goOn } from './membership-continuation.tsx';
import { action as pause } from './membership-pause.tsx';
import { action as resume } from './membership-resumption.tsx';
import { loader as paymentPage } from './payment.tsx';
import { action as refund, loader as refundPage } from './refund.tsx';

let product: TestProduct;
const cookies = new Map<Role, string>();

beforeAll(async () => {
  product = await createTestProduct({ startsAt: new Date('2027-04-01T10:00:00Z') });
  await offerTiers(product);
  for (const role of ['owner', 'editor', 'analyst'] as const) {
    const { supporterId } = await findOrCreateSupporter(product.services, {
      ...{ email: `${role}@test.example`, name: null, locale: 'en', country: null },
      stripeCustomerId: null,
    });
    await grantRole(product.services, { actorId: null, supporterId, role });
    const { token } = await openSession(product.services, {
      ...{ supporterId, openedBy: 'mail', userAgent: null, previousToken: null },
    });
    cookies.set(role, `${sessionCookieName(product.services.env)}=${token}`);
  }
});
afterAll(() => product.close());

function argsOf(role: Role, id: string, fields: Record<string, string> | null, query = '') {
  const context: AppLoadContext = {
    services: { ...product.services, origin: { address: '192.0.2.9', userAgent: 'Test/1.0' } },
    ...{ entryScript: '', clientAddress: '192.0.2.9' },
  };
  const request = new Request(`http://localhost:3000/admin/x${query}`, {
    ...(fields ? { method: 'POST', body: new URLSearchParams(fields) } : {}),
    headers: { Cookie: cookies.get(role) ?? '', Origin: 'http://localhost:3000' },
  });
  return { request, params: { id }, context };
}

/** What a page or an act answers with: a status, and the redirect's target or the data. */
async function answerOf(run: Promise<unknown>) {
  const got = await run.catch((thrown: unknown) => {
    if (thrown instanceof Response) return thrown;
    throw thrown;
  });
  if (got instanceof Response) return { status: got.status, to: got.headers.get('Location') };
  const known = got as { data?: Record<string, unknown>; init?: { status?: number } | null };
  return { status: known.init?.status ?? 200, ...(known.data ?? (got as object)) };
}

async function newPatron() {
  const patron = await joinAsPatron(product, {
    ...{ email: `acts-${crypto.randomUUID()}@example.org`, amountMinor: 1_000 },
  });
  const rows = await product.services.db
    .select()
    .from(payments)
    .where(eq(payments.sourceId, patron.membershipId));
  return { ...patron, paymentId: rows.find(({ kind }) => kind === 'charge')?.id ?? '' };
}

const statusOf = async (membershipId: string) =>
  (await product.services.db.select().from(memberships).where(eq(memberships.id, membershipId)))[0];

const logOf = async (subjectId: string) =>
  (
    await product.services.db
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.subjectId, subjectId))
      .orderBy(auditEntries.at, auditEntries.id)
  ).filter(({ reason }) => reason !== null);

describe('other terms for a membership, by the staff', () => {
  interface Page {
    problem: string | null;
    amountError: string | null;
    preview: {
      shown: { at: number; dueNow: number; next: number };
      figures: { timing: string };
    } | null;
  }
  const look = async (id: string, query: string) =>
    (await answerOf(changePage(argsOf('editor', id, null, query)))) as unknown as Page;
  const fieldsOf = ({ preview }: Page, parts: Record<string, string>) => ({
    ...Object.fromEntries(Object.entries(preview?.shown ?? {}).map(([k, v]) => [k, String(v)])),
    ...parts,
  });

  it('are shown in Stripe’s figures, asked why, made once, and stand in the log', async () => {
    const { membershipId, supporterId } = await newPatron();
    const terms = { tier: 'benefactor', frequency: 'monthly', ownAmount: '30' };
    const query = `?${new URLSearchParams(terms).toString()}`;
    const page = await look(membershipId, query);
    expect(page.preview).toMatchObject({ figures: { timing: 'now' } });
    expect(page.preview?.shown.next).toBe(3_000);
    const make = (parts: Record<string, string>) =>
      answerOf(
        change(argsOf('editor', membershipId, fieldsOf(page, { ...terms, ...parts }), query)),
      );
    expect(await make({})).toMatchObject({
      ...{ status: 422, errors: { why: 'deskSupporter.error.why' } },
    });
    expect(await make({ why: 'By phone.', dueNow: '1' })).toMatchObject({
      ...{ status: 409, errors: { form: 'staffChange.error.outdated' }, why: 'By phone.' },
    });
    expect((await statusOf(membershipId))?.amountMinor).toBe(1_000);
    const back = { status: 303, to: `/admin/supporters/${supporterId}?done=membership` };
    expect(await make({ why: 'By phone.' })).toEqual(back);
    await product.settle();
    expect(await make({ why: 'Twice.' })).toEqual(back);
    expect(await statusOf(membershipId)).toMatchObject({ amountMinor: 3_000, interval: 'month' });
    const paid = await product.services.db
      .select()
      .from(payments)
      .where(eq(payments.sourceId, membershipId));
    expect(paid.map(({ amountMinor }) => amountMinor).sort()).toEqual(
      [1_000, page.preview?.shown.dueNow].sort(),
    );
    expect(await logOf(membershipId)).toMatchObject([
      {
        ...{ action: 'membership.changed_by_staff', reason: 'By phone.', address: '192.0.2.9' },
        before: { amountMinor: 1_000, interval: 'month' },
        after: { tier: 'benefactor', amountMinor: 3_000, interval: 'month' },
      },
    ]);
  });

  it('that can’t be had say why, and change nothing', async () => {
    const { membershipId } = await newPatron();
    expect(await look(membershipId, '?tier=patron&frequency=monthly&ownAmount=x')).toMatchObject({
      ...{ amountError: 'staffChange.error.amount', preview: null },
    });
    for (const [query, problem] of [
      ['?tier=benefactor&frequency=monthly&ownAmount=12', 'staffChange.error.below_tier_minimum'],
      ['?tier=patron&frequency=monthly&ownAmount=10', 'staffChange.error.nothing_changes'],
    ] as const) {
      expect(await look(membershipId, query)).toMatchObject({ problem, preview: null });
    }
    expect((await statusOf(membershipId))?.amountMinor).toBe(1_000);
  });
});

describe('a membership, by the staff', () => {
  it('is paused, resumed, ended and continued, each with a reason in the log', async () => {
    const { membershipId, supporterId } = await newPatron();
    const back = `/admin/supporters/${supporterId}?done=membership`;
    const why = { why: 'Asked by telephone' };
    for (const [act, fields] of [
      [pause, { ...why, months: '3' }],
      [resume, why],
      [end, why],
      [goOn, why],
    ] as const) {
      const answer = await answerOf(Promise.resolve(act(argsOf('editor', membershipId, fields))));
      expect(answer).toEqual({ status: 303, to: back });
      await product.settle();
    }
    expect(await statusOf(membershipId)).toMatchObject({ status: 'active', cancelAt: null });
    expect(
      (await logOf(membershipId)).map(({ action, reason, address }) => ({
        action,
        reason,
        address,
      })),
    ).toEqual(
      ['paused', 'resumed', 'ended', 'continued'].map((verb) => ({
        action: `membership.${verb}_by_staff`,
        ...{ reason: 'Asked by telephone', address: '192.0.2.9' },
      })),
    );
  });

  it('is not touched without a reason, by an analyst, or when it is as it should be already', async () => {
    const { membershipId } = await newPatron();
    const act = (run: typeof end, role: Role, fields: Record<string, string>) =>
      answerOf(Promise.resolve(run(argsOf(role, membershipId, fields))));
    expect(await act(end, 'owner', { why: '  ' })).toMatchObject({
      status: 422,
      errors: { why: 'deskSupporter.error.why' },
    });
    expect(await act(end, 'analyst', { why: 'w' })).toMatchObject({ status: 404 });
    expect(await act(pause, 'owner', { why: 'w', months: '5' })).toMatchObject({
      status: 422,
      typed: { why: 'w' },
      errors: { months: 'deskSupporter.act.error.months' },
    });
    expect(await act(goOn, 'owner', { why: 'w' })).toMatchObject({ status: 409 });
    expect(await act(resume, 'owner', { why: 'w' })).toMatchObject({ status: 409 });
    expect(await statusOf(membershipId)).toMatchObject({ status: 'active', cancelAt: null });
    expect(await logOf(membershipId)).toEqual([]);
  });
});

describe('money, given back by the staff', () => {
  it('is typed as people type, previewed, given back once, and ends the membership when asked to', async () => {
    const { membershipId, paymentId } = await newPatron();
    const wrong = await answerOf(refundPage(argsOf('editor', paymentId, null, '?amount=ten')));
    expect(wrong).toMatchObject({ error: 'deskSupporter.refund.error.amount', typed: 'ten' });
    const tooMuch = await answerOf(refundPage(argsOf('editor', paymentId, null, '?amount=10,01')));
    expect(tooMuch).toMatchObject({ error: 'deskSupporter.refund.error.tooMuch' });
    const page = await answerOf(refundPage(argsOf('editor', paymentId, null)));
    expect(page).toMatchObject({
      preview: { amount: { amountMinor: 1_000 }, access: { after: { because: 'revoked' } } },
    });
    const fields = {
      ...{ amountMinor: '1000', reason: 'requested_by_customer', why: 'By letter', ends: 'on' },
      attempt: crypto.randomUUID(),
    };
    const to = `/admin/payments/${paymentId}?done=made`;
    expect(await answerOf(refund(argsOf('editor', paymentId, fields)))).toEqual({
      ...{ status: 303, to },
    });
    await product.settle();
    expect((await statusOf(membershipId))?.endedAt).not.toBeNull();
    const shown = await answerOf(paymentPage(argsOf('analyst', paymentId, null)));
    expect(shown).toMatchObject({
      mayRefund: false,
      refunds: [{ status: 'made', amount: { amountMinor: 1_000 } }],
      case: { movements: [{ kind: 'charge' }, { kind: 'refund' }] },
    });
    const again = { ...fields, attempt: crypto.randomUUID() };
    expect(await answerOf(refund(argsOf('editor', paymentId, again)))).toMatchObject({
      ...{ status: 422, errors: { amount: 'deskSupporter.refund.error.tooMuch' } },
      typed: { why: 'By letter' },
    });
  });

  it('needs a reason, a role, and a charge', async () => {
    const { paymentId } = await newPatron();
    const fields = {
      ...{ amountMinor: '100', reason: 'duplicate', why: '', attempt: crypto.randomUUID() },
    };
    expect(await answerOf(refund(argsOf('owner', paymentId, fields)))).toMatchObject({
      status: 422,
      errors: { why: 'deskSupporter.error.why' },
    });
    expect(
      await answerOf(refund(argsOf('analyst', paymentId, { ...fields, why: 'w' }))),
    ).toMatchObject({ status: 404 });
    for (const id of [crypto.randomUUID(), 'nothing']) {
      expect(await answerOf(refundPage(argsOf('owner', id, null)))).toMatchObject({ status: 404 });
      expect(await answerOf(paymentPage(argsOf('owner', id, null)))).toMatchObject({ status: 404 });
    }
  });
});
