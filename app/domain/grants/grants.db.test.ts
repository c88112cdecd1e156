import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestProduct, createTestProduct } from '../../../sandbox/testing/product.ts';
import { mails } from '../../db/schema/mail.ts';
import { auditEntries } from '../../db/schema/supporters.ts';
import { actOnTheDay } from '../../jobs/act-on-the-day.server.ts';
import { prepareMail } from '../../jobs/mail/prepare-mail.server.ts';
import { addDays } from '../../kernel/dates.ts';
import { newId } from '../../platform/ids.ts';
import { decideEntitlement } from '../entitlements/decide-entitlement.server.ts';
import { saveTiers } from '../memberships/save-tiers.server.ts';
import { readRecurringDrift } from '../reports/read-recurring.server.ts';
import { type GiveGrantInput, giveGrant } from './give-grant.server.ts';
import { listGrants } from './list-grants.server.ts';
import { revokeGrant } from './revoke-grant.server.ts';

let product: TestProduct;
let now = new Date('2026-11-23T10:00:00Z');
const actorId = newId();

beforeAll(async () => {
  product = await createTestProduct({ clock: { now: () => now } });
  const tier = (slug: string, rank: number, perks: ('extras' | 'wall')[]) => ({
    slug,
    rank,
    perks,
    name: { en: slug, uk: slug },
    description: { en: '', uk: '' },
    minimums: [{ currency: 'EUR' as const, interval: 'month' as const, minimumMinor: 200 * rank }],
  });
  await saveTiers(product.services, [tier('friend', 1, ['wall']), tier('patron', 2, ['extras'])]);
});
afterAll(() => product.close());

async function give(email: string, parts: Partial<GiveGrantInput> = {}) {
  const given = await giveGrant(product.services, {
    actorId,
    email,
    locale: 'en',
    tierSlug: 'patron',
    startsAt: now,
    endsAt: addDays(now, 60),
    reason: 'A source',
    ...parts,
  });
  if (!given.ok) throw new Error(given.reason);
  return given.value;
}

const entitled = (supporterId: string) =>
  decideEntitlement(product.services, { supporterId, role: null });
const mailsTo = (recipient: string) =>
  product.services.db.select().from(mails).where(eq(mails.recipient, recipient));

describe('access that staff give', () => {
  it('opens the extras between its dates, tells the person once, and is written down', async () => {
    const startsAt = addDays(now, 1);
    const { supporterId, grantId } = await give('source@example.org', { startsAt });
    expect(await entitled(supporterId)).toMatchObject({ isOpen: false });
    now = addDays(now, 1);
    expect(await entitled(supporterId)).toMatchObject({
      isOpen: true,
      because: 'complimentary',
      until: addDays(startsAt, 59),
      isPatron: false,
    });
    now = addDays(startsAt, 59);
    expect(await entitled(supporterId)).toMatchObject({ isOpen: false });
    expect((await mailsTo('source@example.org')).map((mail) => mail.template)).toEqual([
      'grant-given',
    ]);
    const audit = await product.services.db
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.subjectId, supporterId));
    expect(audit).toMatchObject([{ action: 'grant.given', actorId, detail: { grantId } }]);
    expect(await readRecurringDrift(product.services)).toEqual([]);
  });

  it('opens nothing that its tier does not open', async () => {
    const { supporterId } = await give('friend@example.org', { tierSlug: 'friend' });
    expect(await entitled(supporterId)).toMatchObject({ isOpen: false });
  });

  it('goes to whoever has the address already, and stays open without an end', async () => {
    const first = await give('family@example.org');
    const { supporterId } = await give(' Family@Example.org ', { endsAt: null });
    expect(supporterId).toBe(first.supporterId);
    expect(await entitled(supporterId)).toMatchObject({ isOpen: true, until: null });
  });

  it('is closed at once when it is taken back, once', async () => {
    const { supporterId, grantId } = await give('closed@example.org');
    const revoke = () => revokeGrant(product.services, { grantId, actorId, reason: 'A mistake' });
    const answers = await Promise.all([revoke(), revoke()]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(await entitled(supporterId)).toMatchObject({ isOpen: false });
    const [grant] = await listGrants(product.services, { supporterId, limit: 5 });
    expect(grant).toMatchObject({ standing: 'revoked', revokedBecause: 'A mistake' });
  });

  it('is refused with dates that make no sense, or a tier that is not there', async () => {
    const refuse = (parts: Partial<GiveGrantInput>) =>
      give('nobody@example.org', parts).catch((error: unknown) => String(error));
    expect(await refuse({ endsAt: addDays(now, -1) })).toContain('dates_reversed');
    expect(await refuse({ startsAt: addDays(now, -5), endsAt: addDays(now, -1) })).toContain(
      'already_over',
    );
    expect(await refuse({ tierSlug: 'gone' })).toContain('tier_unknown');
    expect(await mailsTo('nobody@example.org')).toEqual([]);
  });

  it('reminds two weeks before its end, once, and not when it was shorter or taken back', async () => {
    await give('reminded@example.org', { endsAt: addDays(now, 20) });
    await give('short@example.org', { endsAt: addDays(now, 10) });
    const { grantId } = await give('taken@example.org', { endsAt: addDays(now, 20) });
    await revokeGrant(product.services, { grantId, actorId, reason: 'Over' });
    const templatesTo = async (address: string) =>
      (await mailsTo(address)).map((mail) => mail.template).sort();
    await actOnTheDay(product.services);
    expect(await templatesTo('reminded@example.org')).toEqual(['grant-given']);
    now = addDays(now, 7);
    await actOnTheDay(product.services);
    await actOnTheDay(product.services);
    expect(await templatesTo('reminded@example.org')).toEqual(['grant-ending', 'grant-given']);
    expect(await templatesTo('short@example.org')).toEqual(['grant-given']);
    expect(await templatesTo('taken@example.org')).toEqual(['grant-given']);
  });

  it('says in its mails from when until when', async () => {
    await give('mailed@example.org', { endsAt: new Date('2027-03-31T21:00:00Z'), locale: 'uk' });
    const [mail] = await mailsTo('mailed@example.org');
    if (!mail) throw new Error('No mail');
    const written = await prepareMail(product.services, {
      ...mail,
      template: 'grant-given',
      locale: 'uk',
    });
    if (!written.ok) throw new Error(written.reason);
    expect(written.value.text).toContain('31 березня 2027');
    expect(written.value.text).toContain('patron');
  });
});
