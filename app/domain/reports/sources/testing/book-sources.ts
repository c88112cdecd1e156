import fc from 'fast-check';
import { articleAuthors, articles, authors, sections } from '../../../../db/schema/articles.ts';
import { asks } from '../../../../db/schema/asks.ts';
import { campaigns } from '../../../../db/schema/campaigns.ts';
import { donations } from '../../../../db/schema/donations.ts';
import { memberships, tiers } from '../../../../db/schema/memberships.ts';
import { money } from '../../../../kernel/money.ts';
import { newId } from '../../../../platform/ids.ts';
import { type MovementToRecord, recordMovements } from '../../../ledger/record-movements.server.ts';
import { type Ctx, inTransaction } from '../../../ports/context.ts';
import { findOrCreateSupporter } from '../../../supporters/find-or-create-supporter.server.ts';

export const newsroomNow = new Date('2026-11-22T16:30:00Z');
const said = (text: string) => ({ en: text, uk: text });
const pick = <Item>(items: readonly Item[], i: number): Item => {
  const item = items[i % items.length];
  if (item === undefined) throw new RangeError('nothing to pick from');
  return item;
};

const payment = fc.record({
  at: fc.date({
    ...{ min: new Date('2024-02-01T00:00:00Z'), max: new Date('2026-11-22T16:00:00Z') },
    noInvalidDate: true,
  }),
  order: fc.nat(39),
  currency: fc.constantFrom('EUR', 'UAH', 'JPY'),
  settledIn: fc.constantFrom('EUR', 'EUR', 'USD', null),
  amount: fc.integer({ min: 50, max: 90_000 }),
  kind: fc.constantFrom(
    ...(['charge', 'charge', 'charge', 'charge', 'refund', 'dispute'] as const),
    ...(['refund_failure', 'dispute_reversal'] as const),
  ),
  country: fc.constantFrom('UA', 'DE', null),
} as const);

/** A small newsroom whose orders were brought by everything there is, and a few hundred movements. The same seed books the same. */
export async function bookSources(ctx: Ctx, seed: number): Promise<void> {
  const createdAt = new Date('2024-01-01T00:00:00Z');
  const credited = await publish(ctx, createdAt);
  const people: string[] = [];
  for (let i = 0; i < 9; i += 1) {
    const { supporterId } = await findOrCreateSupporter(ctx, {
      ...{ email: `source${i}@example.org`, name: null, locale: 'en', country: null },
      stripeCustomerId: null,
    });
    people.push(supporterId);
  }
  const orders = Array.from({ length: 40 }, (_, i) => ({
    id: newId(),
    source: i % 3 === 0 ? ('membership' as const) : ('donation' as const),
    supporterId: pick(people, i * 7),
    articleId: pick([...credited.articleIds, null], i),
    askId: i % 4 === 0 ? null : credited.askId,
    askVariant: i % 4 === 0 ? null : pick(['a', 'b', null], i),
    campaignId: i % 5 === 0 ? credited.campaignId : null,
    utmSource: pick([null, null, 'letter', '=cmd'], i),
    referrerHost: pick([null, 'search.example', '=cmd.example'], i),
    tierId: pick(credited.tierIds, i),
  }));
  await ctx.db.insert(donations).values(
    orders
      .filter(({ source }) => source === 'donation')
      .map(({ source, tierId, ...order }) => ({
        ...{ ...order, status: 'pending' as const, amountMinor: 500, currency: 'EUR' },
        ...{ locale: 'en', createdAt },
      })),
  );
  await ctx.db.insert(memberships).values(
    orders
      .filter(({ source }) => source === 'membership')
      .map(({ source, ...order }) => ({
        ...{ ...order, status: 'active' as const, interval: 'month' as const, amountMinor: 500 },
        ...{ currency: 'EUR', locale: 'en', createdAt },
      })),
  );
  const movements = fc.sample(payment, { numRuns: 400, seed }).map((item, i): MovementToRecord => {
    const order = pick(orders, item.order);
    const name = `src_${seed}_${i}`;
    const isIn = item.kind === 'charge' || item.kind.endsWith('e') || item.kind.endsWith('l');
    const sign = isIn && item.kind !== 'dispute' ? 1 : -1;
    const gross = sign * Math.ceil(item.amount / 3);
    return {
      source: { ...order, sourceId: order.id },
      charge: {
        ...{ chargeId: `ch_${name}`, paymentIntentId: null, invoiceId: null },
        ...{ country: item.country, periodEnd: null },
      },
      movement: {
        ...{ kind: item.kind, stripeObjectId: name, occurredAt: item.at },
        amount: money(sign * item.amount, item.currency),
        settlement: item.settledIn
          ? {
              ...{ at: item.at, balanceTransactionId: `txn_${name}`, exchangeRate: null },
              ...{ gross: money(gross, item.settledIn), fee: money(25, item.settledIn) },
              net: money(gross - 25, item.settledIn),
            }
          : null,
      },
    };
  });
  await inTransaction(ctx, (tx) => recordMovements(tx, movements));
}

async function publish(ctx: Ctx, createdAt: Date) {
  const tierIds = [newId(), newId()] as const;
  const articleIds = [newId(), newId(), newId(), newId()] as const;
  const askId = newId();
  const campaignId = newId();
  await ctx.db.insert(tiers).values(
    tierIds.map((id, rank) => ({
      ...{ id, slug: `src-${rank}`, rank: 70 + rank, name: said(`Tier ${rank}`), perks: [] },
      description: said(''),
    })),
  );
  await ctx.db.insert(sections).values(
    ['src-world', 'src-town'].map((slug, position) => ({
      ...{ slug, position: 90 + position, name: said(slug), description: said('') },
    })),
  );
  await ctx.db.insert(authors).values(
    ['src-ann', 'src-bo'].map((slug) => ({
      slug,
      name: said(slug),
      role: said(''),
      bio: said(''),
    })),
  );
  await ctx.db.insert(articles).values(
    articleIds.map((id, i) => ({
      ...{ id, slug: `src-${i}`, language: 'en' as const, headline: `Article ${i}`, dek: '' },
      ...{ sectionSlug: i % 2 ? 'src-world' : 'src-town', body: '', status: 'published' as const },
      ...{ publishedAt: createdAt, updatedAt: createdAt, createdAt },
    })),
  );
  // One signed by both, one by nobody.
  await ctx.db.insert(articleAuthors).values([
    { articleId: articleIds[0], authorSlug: 'src-ann', position: 0 },
    { articleId: articleIds[0], authorSlug: 'src-bo', position: 1 },
    { articleId: articleIds[1], authorSlug: 'src-bo', position: 0 },
    { articleId: articleIds[2], authorSlug: 'src-ann', position: 0 },
  ]);
  await ctx.db.insert(asks).values({
    ...{ id: askId, name: 'Source ask', position: 90, heading: said('h'), body: said('b') },
    ...{ rules: {}, createdAt },
  });
  await ctx.db.insert(campaigns).values({
    ...{ id: campaignId, slug: 'src-drive', title: said('Drive'), description: said('') },
    ...{ goalMinor: 1000, currency: 'EUR', startsAt: createdAt, endsAt: newsroomNow },
  });
  return { tierIds, articleIds, askId, campaignId };
}
