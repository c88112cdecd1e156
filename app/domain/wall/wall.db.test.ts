import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestProduct, createTestProduct } from '../../../sandbox/testing/product.ts';
import { disputes } from '../../db/schema/ledger.ts';
import { donations } from '../../db/schema/donations.ts';
import { memberships, tiers } from '../../db/schema/memberships.ts';
import { auditEntries } from '../../db/schema/supporters.ts';
import { addDays } from '../../kernel/dates.ts';
import { newId } from '../../platform/ids.ts';
import { loader as wallPage } from '../../routes/reading/wall.tsx';
import { findOrCreateSupporter } from '../supporters/find-or-create-supporter.server.ts';
import { keepName, listNames } from './keep-wall.server.ts';
import { readPublicChoices, savePublicChoices } from './public-choices.server.ts';
import { readWall, readWallPart } from './read-wall.server.ts';
import { giftsList, namesOnPage, parsePlace } from './wall.ts';

const now = new Date('2026-11-22T12:00:00Z');
let product: TestProduct;
let count = 0;
const namedTier = newId();
const quietTier = newId();

beforeAll(async () => {
  product = await createTestProduct({ clock: { now: () => now } });
  await product.services.db.insert(tiers).values(
    [
      { id: namedTier, slug: 'named', rank: 90, perks: ['extras', 'wall'] },
      { id: quietTier, slug: 'quiet', rank: 91, perks: ['extras'] },
    ].map((tier) => ({
      ...tier,
      name: { en: tier.slug, uk: tier.slug },
      description: { en: '', uk: '' },
    })),
  );
});
afterAll(() => product.close());

async function person(): Promise<string> {
  count += 1;
  const { supporterId } = await findOrCreateSupporter(product.services, {
    email: `wall${count}@example.org`,
    name: null,
    locale: 'en',
    country: null,
    stripeCustomerId: null,
  });
  return supporterId;
}

async function donation(parts: Partial<typeof donations.$inferInsert> = {}): Promise<string> {
  const id = newId();
  await product.services.db.insert(donations).values({
    id,
    status: 'paid',
    supporterId: await person(),
    amountMinor: 2500,
    currency: 'EUR',
    locale: 'en',
    createdAt: now,
    paidAt: now,
    ...parts,
  });
  return id;
}

async function membership(parts: Partial<typeof memberships.$inferInsert> = {}): Promise<string> {
  const id = newId();
  await product.services.db.insert(memberships).values({
    id,
    status: 'active',
    supporterId: await person(),
    tierId: namedTier,
    interval: 'month',
    amountMinor: 1000,
    currency: 'EUR',
    locale: 'en',
    createdAt: now,
    startedAt: now,
    paidUntil: addDays(now, 20),
    ...parts,
  });
  return id;
}

/** Everything that anybody is told of the wall: the first page, and each list to its end. */
async function everyAnswer(): Promise<string> {
  const ask = async (query: string) =>
    JSON.stringify(
      await wallPage({
        request: new Request(`http://app.test/wall${query}`),
        params: {},
        context: { services: product.services, entryScript: '', clientAddress: '127.0.0.1' },
      }),
    );
  const answers = [await ask('')];
  for (const list of [giftsList, 'named']) {
    let next: string | null = '';
    while (next !== null) {
      const query: string = `?list=${list}&after=${next}`;
      answers.push(await ask(query));
      const part = await readWallPart(product.services, { list, after: parsePlace(next) });
      next = part?.next ?? null;
    }
  }
  return answers.join('\n');
}

const past = fc.integer({ min: 0, max: 500 }).map((days) => addDays(now, -days));
/** Everything that decides whether a gift is named, and whether its amount is told. */
const anyGift = fc.record({
  isAnonymous: fc.boolean(),
  isAmountShown: fc.boolean(),
  hasName: fc.boolean(),
  isHidden: fc.boolean(),
  isDisputed: fc.boolean(),
  at: past,
  returned: fc.constantFrom(0, 0, 0.4, 1),
  kind: fc.constantFrom('donation' as const, 'membership' as const),
  donationStatus: fc.constantFrom('paid', 'paid', 'pending', 'failed', 'processing' as const),
  status: fc.constantFrom('active', 'active', 'trialing', 'past_due', 'paused', 'unpaid'),
  isEnded: fc.boolean(),
  isQuietTier: fc.boolean(),
  paidDays: fc.integer({ min: -30, max: 30 }),
  hasReturnedPeriod: fc.boolean(),
  isPaidKnown: fc.boolean(),
});
type AnyGift = typeof anyGift extends fc.Arbitrary<infer Gift> ? Gift : never;

/** The rule in plain words, apart from the queries. */
function mayBeNamed(gift: AnyGift): boolean {
  if (gift.isAnonymous || !gift.hasName || gift.isHidden || gift.isDisputed) return false;
  if (gift.kind === 'donation') {
    const isRecent = gift.at >= addDays(now, -365);
    return gift.donationStatus === 'paid' && gift.returned < 1 && isRecent;
  }
  return (
    (['active', 'past_due', 'paused'].includes(gift.status) ||
      (gift.status === 'trialing' && gift.isPaidKnown)) &&
    !gift.isEnded &&
    !gift.isQuietTier &&
    !gift.hasReturnedPeriod &&
    gift.paidDays > -14
  );
}

async function insert(gift: AnyGift, mark: string): Promise<{ id: string; told: string }> {
  count += 1;
  // A sum that nothing else has, so that it can be looked for; fee cover and refunds make it another.
  const amountMinor = 1_000_000 + count * 1_000;
  const shared = {
    amountMinor,
    isAnonymous: gift.isAnonymous,
    isAmountShown: gift.isAmountShown,
    displayName: gift.hasName ? mark : null,
    hiddenFromWallAt: gift.isHidden ? now : null,
  };
  const id =
    gift.kind === 'donation'
      ? await donation({
          ...shared,
          status: gift.donationStatus,
          paidAt: gift.donationStatus === 'paid' ? gift.at : null,
          createdAt: gift.at,
          returnedMinor: Math.round(amountMinor * gift.returned),
        })
      : await membership({
          ...shared,
          status: gift.isEnded ? 'canceled' : gift.status,
          endedAt: gift.isEnded ? now : null,
          startedAt: gift.at,
          tierId: gift.isQuietTier ? quietTier : namedTier,
          paidUntil: gift.isPaidKnown ? addDays(now, gift.paidDays) : null,
          currentPeriodEnd: addDays(now, gift.isPaidKnown ? 40 : gift.paidDays),
          returnedUntil: gift.hasReturnedPeriod ? addDays(now, 10) : null,
        });
  if (gift.isDisputed) {
    await product.services.db.insert(disputes).values({
      stripeDisputeId: `du_${id}`,
      stripeChargeId: `ch_${id}`,
      source: gift.kind,
      sourceId: id,
      amountMinor,
      currency: 'EUR',
      status: 'needs_response',
      openedAt: now,
      updatedAt: now,
    });
  }
  const gone = gift.kind === 'donation' ? Math.round(amountMinor * gift.returned) : 0;
  return { id, told: String(amountMinor - gone) };
}

describe('the thank-you wall', () => {
  it('names whoever wants it, and tells only the amounts that may be told, in any combination', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyGift, { minLength: 1, maxLength: 25 }), async (gifts) => {
        const marks = gifts.map(() => `Name ${newId()}`);
        const rows: { told: string }[] = [];
        for (const [at, gift] of gifts.entries()) rows.push(await insert(gift, marks[at] ?? ''));
        const answers = await everyAnswer();
        gifts.forEach((gift, at) => {
          const isNamed = mayBeNamed(gift);
          const isTold = isNamed && gift.isAmountShown;
          expect(answers.includes(marks[at] ?? ''), JSON.stringify(gift)).toBe(isNamed);
          expect(answers.includes(`"amountMinor":${rows[at]?.told},`), JSON.stringify(gift)).toBe(
            isTold,
          );
        });
      }),
      { numRuns: 12, endOnFailure: true },
    );
  }, 60_000);

  it('goes on on further pages, each name once, in order', async () => {
    const marks: string[] = [];
    for (let at = 0; at < namesOnPage + 20; at += 1) {
      const name = `Later ${String(at).padStart(3, '0')}`;
      marks.push(name);
      await donation({ displayName: name, paidAt: new Date(now.getTime() - (at % 7)) });
    }
    const first = await readWall(product.services);
    expect(first.gifts.next).not.toBeNull();
    const seen: string[] = first.gifts.months.flatMap((one) => one.names.map(({ name }) => name));
    let next = first.gifts.next;
    while (next) {
      const part = await readWallPart(product.services, {
        list: giftsList,
        after: parsePlace(next),
      });
      if (!part || !('months' in part)) throw new Error('The list of gifts has gone');
      seen.push(...part.months.flatMap((one) => one.names.map(({ name }) => name)));
      next = part.next;
    }
    expect(seen.filter((name) => name.startsWith('Later')).sort()).toEqual(marks);
  });

  it('has no list that nobody made', async () => {
    expect(await readWallPart(product.services, { list: 'quiet', after: null })).toBeNull();
  });
});

describe('a supporter’s own choices', () => {
  it('give all named gifts one name, and take back what is unticked, at once', async () => {
    const supporterId = await person();
    const [a, b] = [`Old ${newId()}`, `New ${newId()}`];
    const kept = await donation({ supporterId, displayName: a });
    const taken = await donation({ supporterId, displayName: `${a} other` });
    const patron = await membership({ supporterId, displayName: a });
    expect((await readPublicChoices(product.services, supporterId)).name).toBe(a);
    await savePublicChoices(product.services, {
      supporterId,
      name: b,
      choices: [
        { kind: 'donation', id: kept, isNamed: true, isAmountShown: true },
        { kind: 'donation', id: taken, isNamed: false, isAmountShown: false },
        { kind: 'membership', id: patron, isNamed: true, isAmountShown: false },
      ],
    });
    const answers = await everyAnswer();
    expect(answers).not.toContain(a);
    expect(answers.split(b).length - 1).toBeGreaterThanOrEqual(2);
    const { name, gifts } = await readPublicChoices(product.services, supporterId);
    expect(name).toBe(b);
    expect(Object.fromEntries(gifts.map((gift) => [gift.id, gift.isNamed]))).toEqual({
      [kept]: true,
      [taken]: false,
      [patron]: true,
    });
  });

  it('without a name name nothing', async () => {
    const supporterId = await person();
    const name = `Gone ${newId()}`;
    const id = await donation({ supporterId, displayName: name });
    await savePublicChoices(product.services, {
      supporterId,
      name: null,
      choices: [{ kind: 'donation', id, isNamed: true, isAmountShown: false }],
    });
    expect(await everyAnswer()).not.toContain(name);
  });

  it('reach no gift of anybody else', async () => {
    const name = `Mine ${newId()}`;
    const theirs = await donation({ displayName: null, isAnonymous: true });
    await savePublicChoices(product.services, {
      supporterId: await person(),
      name,
      choices: [{ kind: 'donation', id: theirs, isNamed: true, isAmountShown: true }],
    });
    expect(await everyAnswer()).not.toContain(name);
  });
});

describe('keeping the wall', () => {
  it('takes a name off every gift of the person in that name, puts it back, and is audited', async () => {
    const supporterId = await person();
    const name = `Rude ${newId()}`;
    const id = await donation({ supporterId, displayName: name });
    await membership({ supporterId, displayName: name });
    const other = await donation({ displayName: name });
    const actorId = await person();
    const keep = (isHidden: boolean) =>
      keepName(product.services, { actorId, kind: 'donation', id, isHidden });
    expect(await keep(true)).toBe(true);
    expect((await everyAnswer()).split(name).length - 1).toBe(
      // Somebody else of that name is still there, on the first page and in their list.
      2,
    );
    const listed = await listNames(product.services, { after: null, limit: 200 });
    const states = listed.names.filter((one) => one.name === name);
    expect(states.map((one) => one.hiddenAt !== null).sort()).toEqual([false, true, true]);
    expect(states.find((one) => one.hiddenAt === null)?.id).toBe(other);
    expect(await keep(false)).toBe(true);
    expect((await everyAnswer()).split(name).length - 1).toBeGreaterThan(2);
    const written = await product.services.db
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.subjectId, supporterId));
    expect(written.map((entry) => entry.action)).toEqual([
      'wall.name_taken_off',
      'wall.name_put_back',
    ]);
    expect(JSON.stringify(written)).not.toContain(name);
  });

  it('answers false for a gift without a name', async () => {
    const id = await donation({ displayName: null });
    const actorId = await person();
    expect(
      await keepName(product.services, { actorId, kind: 'donation', id, isHidden: true }),
    ).toBe(false);
  });
});
