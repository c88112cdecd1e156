import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestProduct, createTestProduct } from '../../../sandbox/testing/product.ts';
import { disputes } from '../../db/schema/ledger.ts';
import { mails } from '../../db/schema/mail.ts';
import { digestStep } from '../../jobs/day/digest.server.ts';
import { prepareMail } from '../../jobs/mail/prepare-mail.server.ts';
import { formatMoney } from '../../kernel/format.ts';
import { money } from '../../kernel/money.ts';
import { hashAddress } from '../../platform/address-hash.ts';
import { newId } from '../../platform/ids.ts';
import { action as oneClick, loader as openOneClick } from '../../routes/endpoints/unsubscribe.ts';
import { loader as preferencesPage } from '../../routes/links/mail.tsx';
import { preferencesToken } from '../mail-preferences/preferences-link.ts';
import { readRange, readSupporterReport } from '../reports/read-supporter-report.server.ts';
import { bookRandomPayments } from '../reports/testing/book-random-payments.ts';
import { findOrCreateSupporter } from '../supporters/find-or-create-supporter.server.ts';
import { grantRole } from '../supporters/grant-role.server.ts';
import { chooseDigest, readDigestChoice } from '../supporters/staff/digest.server.ts';
import { readWeeklyDigest } from './read-weekly-digest.server.ts';

// A Wednesday; the newsroom's clock is Kyiv's, two hours ahead of UTC in winter.
let now = new Date('2026-11-18T10:00:00Z');
let product: TestProduct;
const people = new Map<string, string>();
const mailbox = (name: string) => `${name}@digest.example`;

async function person(name: string, locale: 'en' | 'uk' = 'en'): Promise<string> {
  const { supporterId } = await findOrCreateSupporter(product.services, {
    ...{ email: mailbox(name), name: null, locale, country: null, stripeCustomerId: null },
  });
  people.set(name, supporterId);
  return supporterId;
}

beforeAll(async () => {
  product = await createTestProduct({ clock: { now: () => now } });
  const { services } = product;
  for (const [name, locale] of [
    ['anna', 'en'],
    ['bohdan', 'uk'],
    ['leaver', 'en'],
    ['quiet', 'en'],
  ] as const) {
    await grantRole(services, {
      ...{ actorId: null, supporterId: await person(name, locale), role: 'editor' },
    });
  }
  await bookRandomPayments(services, {
    ...{ seed: 35, people: [await person('reader')], articles: [null] },
  });
  const dispute = { stripeChargeId: 'ch_none', source: 'donation' as const, sourceId: newId() };
  await services.db.insert(disputes).values({
    ...{ ...dispute, stripeDisputeId: 'du_1', status: 'needs_response' },
    ...{ amountMinor: 2_500, currency: 'EUR', openedAt: now, updatedAt: now },
    dueBy: new Date('2026-12-04T10:00:00Z'),
  });
});
afterAll(() => product.close());

const choose = (name: string, isWanted = true) =>
  chooseDigest(product.services, {
    ...{ supporterId: people.get(name) ?? '', email: mailbox(name), isWanted },
  });
const getsIt = (name: string) =>
  readDigestChoice(product.services, { id: people.get(name) ?? '', email: mailbox(name) });

async function queued(name: string) {
  const rows = await product.services.db
    .select()
    .from(mails)
    .where(and(eq(mails.template, 'weekly-digest'), eq(mails.recipient, mailbox(name))))
    .orderBy(mails.subjectId);
  return rows.map(({ subjectId, locale, status }) => ({
    ...{ monday: subjectId.split('@')[1], locale, status },
  }));
}

function prepare(name: string, monday: string, locale: 'en' | 'uk' = 'en') {
  return prepareMail(product.services, {
    ...{ id: newId(), template: 'weekly-digest', recipient: mailbox(name), locale, attempts: 0 },
    subjectId: `${people.get(name) ?? ''}@${monday}`,
  });
}

describe('the weekly digest', () => {
  it('goes to nobody who did not choose it', async () => {
    await digestStep.run(product.services);
    expect(await queued('anna')).toEqual([]);
    expect(await getsIt('anna')).toBe(false);
  });

  it('goes out on Monday at seven by the newsroom’s clock, once, to those who chose it', async () => {
    for (const name of ['anna', 'bohdan', 'leaver', 'quiet']) await choose(name);
    // Chosen on a Wednesday: this week's Monday is past.
    await digestStep.run(product.services);
    expect(await queued('anna')).toEqual([]);
    now = new Date('2026-11-23T04:59:00Z');
    await digestStep.run(product.services);
    expect(await queued('anna')).toEqual([]);
    now = new Date('2026-11-23T05:00:00Z');
    await Promise.all([digestStep.run(product.services), digestStep.run(product.services)]);
    now = new Date('2026-11-25T09:00:00Z');
    await digestStep.run(product.services);
    expect(await queued('anna')).toMatchObject([{ monday: '2026-11-16', locale: 'en' }]);
    expect(await queued('bohdan')).toMatchObject([{ monday: '2026-11-16', locale: 'uk' }]);
    expect(await queued('reader')).toEqual([]);
  });

  it('tells the overview’s own figures of that week', async () => {
    const { services } = product;
    const digest = await readWeeklyDigest(services, '2026-11-16');
    const query = new URLSearchParams('from=2026-11-16&to=2026-11-22');
    const overview = await readSupporterReport(services, await readRange(services, query));
    expect(digest.settled.length).toBe(2);
    expect(digest.settled).toEqual(overview.settled);
    expect(digest.recurring).toEqual(overview.recurring);
    expect(digest.patrons).toEqual(overview.patrons);
    expect(digest.disputes).toMatchObject([
      { id: 'du_1', dueAt: new Date('2026-12-04T10:00:00Z') },
    ]);
    const written = await prepare('anna', '2026-11-16');
    if (!written.ok) throw new Error(written.reason);
    for (const { currency, now: lines } of overview.settled) {
      for (const minor of [lines.once + lines.recurring, lines.net, lines.refunds]) {
        const text = formatMoney(money(minor, currency), 'en', { cents: 'always' });
        expect(written.value.text).toContain(text);
      }
    }
    expect(written.value.text).toContain('/admin?from=2026-11-16&to=2026-11-22');
    expect(written.value.text).toContain('answer by 4 December 2026');
    expect(written.value.headers['List-Unsubscribe']).toContain('/unsubscribe/');
    const ukrainian = await prepare('bohdan', '2026-11-16', 'uk');
    expect(ukrainian.ok && ukrainian.value.text).toContain('/uk/admin?from=2026-11-16');
  });

  it('compares a week at the start of a month with the week before, not with a month', async () => {
    const { range } = await readWeeklyDigest(product.services, '2026-06-01');
    expect(range.before).toEqual({ from: '2026-05-25', to: '2026-05-31' });
  });

  it('is for the staff: who left gets none, not even the one that waits', async () => {
    await grantRole(product.services, {
      ...{ actorId: null, supporterId: people.get('leaver') ?? '', role: null },
    });
    expect(await prepare('leaver', '2026-11-16')).toEqual({ ok: false, reason: 'too_late' });
    now = new Date('2026-11-30T06:00:00Z');
    await digestStep.run(product.services);
    expect(await queued('leaver')).toHaveLength(1);
    expect(await queued('anna')).toHaveLength(2);
    // Back on the staff, they choose anew.
    await grantRole(product.services, {
      ...{ actorId: null, supporterId: people.get('leaver') ?? '', role: 'analyst' },
    });
    expect(await getsIt('leaver')).toBe(false);
  });

  it('ends with one click in the mail program, and begins again at the desk', async () => {
    const { services } = product;
    const token = preferencesToken(services.env.appSecret, {
      ...{ addressHash: hashAddress(mailbox('quiet')), topic: 'digest' },
    });
    const args = (request: Request) => ({
      ...{ request, params: { token } },
      context: { services, entryScript: '', clientAddress: '203.0.113.9' },
    });
    const address = `http://localhost:3000/unsubscribe/${token}`;
    const done = await oneClick(
      args(
        new Request(address, {
          method: 'POST',
          headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
          body: 'List-Unsubscribe=One-Click',
        }),
      ),
    );
    expect(done.status).toBe(200);
    expect(await getsIt('quiet')).toBe(false);
    expect(await getsIt('anna')).toBe(true);
    now = new Date('2026-12-07T06:00:00Z');
    await digestStep.run(services);
    expect((await queued('quiet')).at(-1)).toMatchObject({ monday: '2026-11-30', status: 'muted' });
    // Opened as a page, both addresses of the mail lead to the desk.
    expect(openOneClick(args(new Request(address))).headers.get('Location')).toContain(token);
    const led: unknown = await preferencesPage(
      args(new Request(`http://localhost:3000/uk/links/mail/${token}`)),
    ).catch((thrown: unknown) => thrown);
    expect(led instanceof Response && led.headers.get('Location')).toBe('/uk/admin/digest');
    await choose('quiet');
    expect(await getsIt('quiet')).toBe(true);
    await choose('quiet', false);
    expect(await getsIt('quiet')).toBe(false);
    now = new Date('2026-12-14T06:00:00Z');
    await digestStep.run(services);
    expect((await queued('quiet')).at(-1)).toMatchObject({ monday: '2026-11-30' });
  });
});
