import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { putFailingCard } from '../../../../sandbox/testing/gifts.ts';
import { type TestPatron, joinAsPatron, offerTiers } from '../../../../sandbox/testing/patrons.ts';
import { type TestProduct, createTestProduct } from '../../../../sandbox/testing/product.ts';
import { memberships } from '../../../db/schema/memberships.ts';
import { staffActs } from '../../../db/schema/staff-acts.ts';
import { auditEntries } from '../../../db/schema/supporters.ts';
import { money } from '../../../kernel/money.ts';
import { newId } from '../../../platform/ids.ts';
import type { Ctx } from '../../ports/context.ts';
import { eraseSupporter } from '../../privacy/erase-supporter.server.ts';
import { changeByStaff } from '../changes/change-by-staff.server.ts';
import { previewChange } from '../changes/preview-change.server.ts';
import { continueByStaff, endByStaff } from '../ending/end-by-staff.server.ts';
import { endMembership } from '../ending/end-membership.server.ts';
import { pauseByStaff, resumeByStaff } from '../pausing/pause-by-staff.server.ts';
import type { StaffAct } from './by-staff.server.ts';
import { lookAfterStaffActs } from './look-after-staff-acts.server.ts';
import { openMs } from './staff-act.ts';

let product: TestProduct;
let count = 0;
const actorId = newId();

beforeAll(async () => {
  product = await createTestProduct({ startsAt: new Date('2027-05-01T10:00:00Z') });
  await offerTiers(product);
});
afterAll(() => product.close());

const join = (amountMinor = 1_000) =>
  joinAsPatron(product, { email: `staff-act-${++count}@example.org`, amountMinor });

const actOn = ({ membershipId }: TestPatron): StaffAct => ({
  ...{ membershipId, actorId, why: 'Asked by letter' },
});

/** From the desk, with Stripe's part in the acts played by `play`. */
function desk(play?: (perform: () => Promise<unknown>) => Promise<unknown>): Ctx {
  const { services } = product;
  const asking = new Set<PropertyKey>([
    ...['endSubscription', 'continueSubscription', 'postponeCharge', 'endPause'],
    ...['changeNow', 'changeAtPeriodEnd', 'endSubscriptionNow'],
  ]);
  const payments = new Proxy(services.payments, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (!play || !asking.has(name) || typeof value !== 'function') return value;
      return (...args: unknown[]) =>
        play(async () => {
          const answer: unknown = await Reflect.apply(value, target, args);
          return answer;
        });
    },
  });
  return { ...services, payments, origin: { address: '192.0.2.7', userAgent: 'Desk/1.0' } };
}

/** Stripe has done it, and this process ends before it knows. */
const killed = () =>
  desk(async (perform) => {
    await perform();
    throw new Error('killed');
  });
/** Stripe has done it, and its answer is lost. */
const unheard = () =>
  desk(async (perform) => {
    await perform();
    return { ok: false, reason: 'try_later' };
  });
const answering = (reason: 'refused' | 'try_later') =>
  desk(() => Promise.resolve({ ok: false, reason }));

async function change(ctx: Ctx, patron: TestPatron, minor: number, tierSlug: string) {
  const requested = {
    ...{ tierSlug, amount: money(minor, 'EUR'), coversFee: false, interval: 'month' as const },
  };
  const { supporterId } = patron;
  const preview = await previewChange(product.services, { supporterId, requested, at: null });
  if (!preview.ok) throw new Error(preview.reason);
  const { at, figures } = preview.value;
  return changeByStaff(ctx, {
    ...{ ...actOn(patron), supporterId, requested },
    shown: {
      ...{ at, dueNowMinor: figures.dueNow.amountMinor },
      nextMinor: figures.next.amount.amountMinor,
    },
  });
}

const rowOf = async ({ membershipId }: TestPatron) =>
  (await product.services.db.select().from(memberships).where(eq(memberships.id, membershipId)))[0];
const keptOf = ({ membershipId }: TestPatron) =>
  product.services.db.select().from(staffActs).where(eq(staffActs.membershipId, membershipId));
const logOf = async ({ membershipId }: TestPatron) =>
  (
    await product.services.db
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.subjectId, membershipId))
      .orderBy(auditEntries.at, auditEntries.id)
  ).filter(({ actorId: by }) => by === actorId);

/** The hour is over, and no event of Stripe's has been worked on. */
async function afterAnHour(): Promise<void> {
  const { engine } = product.stripe;
  engine.advanceTo(engine.now() + openMs / 1_000 + 1);
  await lookAfterStaffActs(product.services);
}

describe('an act of the staff on a membership', () => {
  const acts: readonly [string, (ctx: Ctx, patron: TestPatron) => Promise<unknown>, object][] = [
    ['changed', (ctx, patron) => change(ctx, patron, 3_000, 'benefactor'), { amountMinor: 3_000 }],
    ['paused', (ctx, patron) => pauseByStaff(ctx, { ...actOn(patron), months: 2 }), {}],
    ['resumed', (ctx, patron) => resumeByStaff(ctx, actOn(patron)), { isPaid: true }],
    ['changed', (ctx, patron) => change(ctx, patron, 500, 'friend'), { tier: 'friend' }],
    ['ended', (ctx, patron) => endByStaff(ctx, actOn(patron)), { hasEnded: false }],
    ['continued', (ctx, patron) => continueByStaff(ctx, actOn(patron)), { endsAt: null }],
  ];

  it('whose process dies when Stripe has done it is in the log, once, with who and why', async () => {
    const patron = await join();
    const expected: object[] = [];
    for (const [kind, act, after] of acts) {
      await expect(act(killed(), patron)).rejects.toThrow('killed');
      expect(await logOf(patron)).toHaveLength(expected.length);
      expect(await keptOf(patron)).toMatchObject([{ action: kind, reason: 'Asked by letter' }]);
      await product.settle();
      expect(await keptOf(patron)).toEqual([]);
      expected.push({
        ...{ action: `membership.${kind}_by_staff`, reason: 'Asked by letter', after },
        ...{ address: '192.0.2.7', userAgent: 'Desk/1.0', actorId },
      });
      expect(await logOf(patron)).toMatchObject(expected);
    }
    expect(await rowOf(patron)).toMatchObject({
      ...{ status: 'active', cancelAt: null, pausedUntil: null, amountMinor: 3_000 },
    });
    await afterAnHour();
    expect(await logOf(patron)).toHaveLength(acts.length);
  });

  it('is found out by itself when no event tells of it', async () => {
    const patron = await join();
    await expect(endByStaff(killed(), actOn(patron))).rejects.toThrow('killed');
    await lookAfterStaffActs(product.services);
    expect(await logOf(patron)).toEqual([]);
    await afterAnHour();
    expect((await rowOf(patron))?.cancelAt).not.toBeNull();
    const told = [{ action: 'membership.ended_by_staff', before: { endsAt: null } }];
    expect(await logOf(patron)).toMatchObject(told);
    expect(await keptOf(patron)).toEqual([]);
    await product.settle();
    expect(await logOf(patron)).toHaveLength(1);
  });

  it('whose answer is lost says to try again, and tried again it is one act', async () => {
    const patron = await join();
    expect(await endByStaff(unheard(), actOn(patron))).toMatchObject({
      reason: 'payments_unavailable',
    });
    expect(await endByStaff(desk(), { ...actOn(patron), why: 'Asked twice' })).toMatchObject({
      ok: true,
    });
    await product.settle();
    expect(await logOf(patron)).toMatchObject([{ reason: 'Asked twice' }]);
    expect(await keptOf(patron)).toEqual([]);
  });

  it('pressed twice at once is one entry', async () => {
    const patron = await join();
    await Promise.all([endByStaff(desk(), actOn(patron)), endByStaff(desk(), actOn(patron))]);
    await product.settle();
    expect(await logOf(patron)).toHaveLength(1);
    expect(await keptOf(patron)).toEqual([]);
  });

  it('that is refused, or never reached Stripe, is not in the log', async () => {
    const patron = await join();
    for (const [kind, act] of acts) {
      if (kind === 'resumed' || kind === 'continued') continue;
      expect(await act(answering('refused'), patron)).toMatchObject({ reason: 'payments_refused' });
      expect(await keptOf(patron)).toEqual([]);
    }
    expect(await continueByStaff(desk(), actOn(patron))).toMatchObject({ reason: 'not_scheduled' });
    expect(await keptOf(patron)).toEqual([]);
    await endByStaff(answering('try_later'), actOn(patron));
    expect(await keptOf(patron)).toHaveLength(1);
    await afterAnHour();
    await product.settle();
    expect(await keptOf(patron)).toEqual([]);
    // What the patron does then is theirs alone.
    const { membershipId } = patron;
    await endMembership(product.services, { whose: { membershipId }, reason: null });
    await product.settle();
    expect((await rowOf(patron))?.cancelAt).not.toBeNull();
    expect(await logOf(patron)).toEqual([]);
  });

  it('whose payment the bank declined is in the log once the patron has paid for it', async () => {
    const patron = await join();
    putFailingCard(product.stripe, patron.email);
    const changed = await change(desk(), patron, 3_000, 'benefactor');
    expect(changed).toMatchObject({ ok: true, value: { kind: 'declined' } });
    await product.settle();
    await afterAnHour();
    expect(await logOf(patron)).toEqual([]);
    const { engine } = product.stripe;
    const row = await rowOf(patron);
    engine.replaceCard(row?.stripeCustomerId ?? '', '4242424242424242');
    const { latest_invoice: invoice } = engine.request<{ latest_invoice: string }>(
      ...(['GET', `/v1/subscriptions/${row?.stripeSubscriptionId ?? ''}`] as const),
    );
    engine.request('POST', `/v1/invoices/${invoice}/pay`);
    await product.settle();
    expect(await rowOf(patron)).toMatchObject({ amountMinor: 3_000 });
    expect(await logOf(patron)).toMatchObject([
      {
        ...{ action: 'membership.changed_by_staff', before: { amountMinor: 1_000 } },
        after: { amountMinor: 3_000 },
      },
    ]);
  });

  it('that is a part of an erasure is in the log when that goes no further, and loses its words with it', async () => {
    const patron = await join();
    const { supporterId } = patron;
    const input = {
      ...{ supporterId, locale: 'en' as const },
      byStaff: { actorId, reason: 'Maria wrote to us' },
    };
    await expect(eraseSupporter(killed(), input)).rejects.toThrow('killed');
    await product.settle();
    const told = { action: 'membership.ended_by_staff', after: { hasEnded: true } };
    expect(await logOf(patron)).toMatchObject([{ ...told, reason: 'Maria wrote to us' }]);
    expect(await eraseSupporter(desk(), input)).toMatchObject({ ok: true });
    expect(await logOf(patron)).toMatchObject([{ ...told, reason: null }]);
    const again = await join();
    const { supporterId: other } = again;
    expect(await eraseSupporter(desk(), { ...input, supporterId: other })).toMatchObject({
      ok: true,
    });
    expect(await logOf(again)).toMatchObject([{ ...told, reason: null }]);
    expect(await keptOf(again)).toEqual([]);
  });
});
