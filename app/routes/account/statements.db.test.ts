import { and, eq, like } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { giftInput, payOnStripe } from '../../../sandbox/testing/gifts.ts';
import { type TestProduct, createTestProduct } from '../../../sandbox/testing/product.ts';
import { payments } from '../../db/schema/ledger.ts';
import { mails } from '../../db/schema/mail.ts';
import { auditEntries } from '../../db/schema/supporters.ts';
import { startDonation } from '../../domain/donations/start-donation.server.ts';
import { startMembership } from '../../domain/memberships/start-membership.server.ts';
import { saveTiers } from '../../domain/memberships/save-tiers.server.ts';
import { saveNewsroom } from '../../domain/newsroom/save-newsroom.server.ts';
import { readReceipt } from '../../domain/statements/read-receipt.server.ts';
import { readStatement } from '../../domain/statements/read-statement.server.ts';
import { receiptLink, receiptLinkDays } from '../../domain/statements/receipt-link.ts';
import { findOrCreateSupporter } from '../../domain/supporters/find-or-create-supporter.server.ts';
import { grantRole } from '../../domain/supporters/grant-role.server.ts';
import { openSession } from '../../domain/supporters/open-session.server.ts';
import { readPdf } from '../../gateways/pdf/testing/read-pdf.ts';
import type { OutgoingMail } from '../../gateways/email/smtp.server.ts';
import { sendMail } from '../../jobs/send-mail.server.ts';
import { addDays } from '../../kernel/dates.ts';
import { money } from '../../kernel/money.ts';
import { newId } from '../../platform/ids.ts';
import { loader as openLink } from './receipt-link.ts';
import { action as mailAgain } from './receipt-mail.ts';
import { loader as openPdf } from './receipt-pdf.ts';
import { loader as openStatement } from './statement-pdf.ts';

const startsAt = new Date('2026-11-22T12:00:00Z');
let product: TestProduct;
let donor = { id: '', cookie: '' };
let staff = { id: '', cookie: '' };
let stranger = { id: '', cookie: '' };
let donationPayment = '';
let membershipPayment = '';

async function person(email: string, role: 'analyst' | null = null) {
  const { services } = product;
  const { supporterId } = await findOrCreateSupporter(services, {
    ...{ email, name: null, locale: 'en', country: null, stripeCustomerId: null },
  });
  if (role) await grantRole(services, { actorId: null, supporterId, role });
  const { token } = await openSession(services, {
    ...{ supporterId, openedBy: 'mail', userAgent: null, previousToken: null },
  });
  return { id: supporterId, cookie: `session=${token}` };
}

async function chargeOf(sourceId: string) {
  const [row] = await product.services.db
    .select()
    .from(payments)
    .where(and(eq(payments.sourceId, sourceId), eq(payments.kind, 'charge')));
  if (!row) throw new Error('not paid');
  return row;
}

beforeAll(async () => {
  product = await createTestProduct({ startsAt });
  const { services, stripe } = product;
  await saveNewsroom(services, {
    actorId: null,
    changes: { legalName: 'ГО «Шлюз»', taxId: '00000417', fiscalYearStartMonth: 4 },
  });
  await saveTiers(services, [
    {
      slug: 'patron',
      rank: 1,
      name: { en: 'Patron', uk: 'Меценат' },
      description: { en: '', uk: '' },
      perks: [],
      minimums: [{ currency: 'EUR', interval: 'month', minimumMinor: 500 }],
    },
  ]);
  const given = await startDonation(services, giftInput({ coversFee: true }));
  const joined = await startMembership(services, {
    ...giftInput({ amount: money(1_000, 'EUR') }),
    interval: 'month',
    tierSlug: null,
  });
  if (!given.ok || !joined.ok) throw new Error('not opened');
  const payer = { email: 'donor@example.org', name: 'Łucja Донор' };
  payOnStripe(stripe, given.value.checkoutUrl, payer);
  await product.settle();
  payOnStripe(stripe, joined.value.checkoutUrl, payer);
  await product.settle();
  const donation = await chargeOf(given.value.donationId);
  donationPayment = donation.id;
  membershipPayment = (await chargeOf(joined.value.membershipId)).id;
  stripe.engine.request('POST', '/v1/refunds', { charge: donation.stripeObjectId, amount: '500' });
  await product.settle();
  donor = await person('donor@example.org');
  staff = await person('analyst@example.org', 'analyst');
  stranger = await person('stranger@example.org');
});
afterAll(() => product.close());

interface Answer {
  status: number;
  location: string | null;
  headers: Headers;
  bytes: Buffer;
}

/** What a browser would get, thrown answers included. */
async function ask(
  run: (args: Parameters<typeof openPdf>[0]) => Promise<unknown>,
  path: string,
  params: Record<string, string>,
  cookie = '',
  method: 'GET' | 'POST' = 'GET',
): Promise<Answer> {
  const request = new Request(`http://localhost:3000${path}`, {
    method,
    headers: { Cookie: cookie, Origin: 'http://localhost:3000' },
  });
  const context = { services: product.services, entryScript: '', clientAddress: '203.0.113.9' };
  const answer = await run({ request, params, context }).catch((thrown: unknown) => thrown);
  if (!(answer instanceof Response)) throw answer;
  return {
    status: answer.status,
    location: answer.headers.get('Location'),
    headers: answer.headers,
    bytes: Buffer.from(await answer.arrayBuffer()),
  };
}

const pdfOf = (id: string, cookie: string, prefix = '') =>
  ask(openPdf, `${prefix}/account/payments/${id}/receipt.pdf`, { id }, cookie);
const linkFor = (paymentId: string, now = product.services.clock.now()) => {
  const { appSecret } = product.services.env;
  const link = receiptLink(appSecret, { appUrl: '', locale: 'uk', paymentId, now });
  return link.slice(link.lastIndexOf('/') + 1);
};
const byLink = (token: string) => ask(openLink, `/uk/receipts/${token}`, { token });

describe('a receipt', () => {
  it('tells the fee cover, what it was for and what went back', async () => {
    const donation = await readReceipt(product.services, donationPayment);
    expect(donation).toMatchObject({
      paidFor: { kind: 'donation' },
      payer: { name: 'Łucja Донор', email: 'donor@example.org' },
      returned: money(500, 'EUR'),
      returns: [{ kind: 'refund', amount: money(500, 'EUR') }],
      paidUntil: null,
    });
    const given = (donation?.amount.amountMinor ?? 0) - (donation?.feeCover?.amountMinor ?? 0);
    expect(given).toBe(2_500);
    expect(donation?.number).toMatch(/^20261122-[0-9A-F]{10}$/);

    const membership = await readReceipt(product.services, membershipPayment);
    expect(membership).toMatchObject({
      amount: money(1_000, 'EUR'),
      feeCover: null,
      paidFor: { kind: 'membership', tierName: { en: 'Patron', uk: 'Меценат' }, interval: 'month' },
      returns: [],
    });
    expect(membership?.paidUntil?.toISOString().slice(0, 10)).toBe('2026-12-22');
  });

  it('there is none of a refund, or of nothing', async () => {
    const [refund] = await product.services.db
      .select()
      .from(payments)
      .where(eq(payments.kind, 'refund'));
    expect(await readReceipt(product.services, refund?.id ?? '')).toBeNull();
    expect(await readReceipt(product.services, newId())).toBeNull();
  });

  it('is a file for its payer, kept by no cache', async () => {
    const answer = await pdfOf(donationPayment, donor.cookie, '/uk');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Content-Type')).toBe('application/pdf');
    expect(answer.headers.get('Cache-Control')).toBe('private, no-store');
    expect(answer.headers.get('Content-Disposition')).toMatch(
      /^attachment; filename="receipt-20261122-[0-9A-F]{10}\.pdf"$/,
    );
    const [text] = readPdf(answer.bytes).pages;
    expect(text).toContain('Квитанція');
    expect(text).toContain('ГО «Шлюз»');
    expect(text).toContain('Łucja Донор');
  });

  it('is not there for others, exactly like one that never was', async () => {
    const others = await pdfOf(donationPayment, stranger.cookie);
    const never = await pdfOf(newId(), stranger.cookie);
    const nonsense = await pdfOf('x', stranger.cookie);
    expect([others.status, never.status, nonsense.status]).toEqual([404, 404, 404]);
    expect(others.bytes).toEqual(never.bytes);
    expect([...others.headers]).toEqual([...never.headers]);
    expect((await pdfOf(donationPayment, '')).location).toMatch(/^\/sign-in\?next=/);
  });

  it('opens for staff, and that is written down', async () => {
    expect((await pdfOf(membershipPayment, staff.cookie)).status).toBe(200);
    const entries = await product.services.db
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.action, 'receipt.opened'));
    expect(entries).toMatchObject([{ actorId: staff.id, subjectId: membershipPayment }]);
  });
});

describe('the link in a receipt mail', () => {
  it('opens its one receipt without signing in', async () => {
    const answer = await byLink(linkFor(donationPayment));
    expect(answer.status).toBe(200);
    expect(readPdf(answer.bytes).pages[0]).toContain('Квитанція');
    expect(answer.headers.get('Set-Cookie')).toBeNull();
  });

  it('opens nothing when it was forged, or names no payment', async () => {
    const token = linkFor(donationPayment);
    const moved = token.replace(donationPayment, membershipPayment);
    for (const forged of [moved, `${token}x`, donationPayment, linkFor(newId())]) {
      expect((await byLink(forged)).status, forged).toBe(404);
    }
  });

  it('leads to the account when it is too old', async () => {
    const old = linkFor(donationPayment, addDays(product.services.clock.now(), -receiptLinkDays));
    expect(await byLink(old)).toMatchObject({
      status: 302,
      location: `/uk/account/payments/${donationPayment}`,
    });
  });

  it('stands in the mail, which can be asked for a few times more, and by a double click once', async () => {
    const path = `/account/payments/${donationPayment}/mail`;
    const again = (cookie: string) => ask(mailAgain, path, { id: donationPayment }, cookie, 'POST');
    expect((await again(stranger.cookie)).status).toBe(404);
    expect((await Promise.all([again(donor.cookie), again(donor.cookie)])).map(answerOf)).toEqual([
      `/account/payments/${donationPayment}?mailed`,
      `/account/payments/${donationPayment}?mailed`,
    ]);
    const rows = await product.services.db
      .select()
      .from(mails)
      .where(like(mails.subjectId, `${donationPayment}@%`));
    expect(rows).toMatchObject([{ template: 'receipt', recipient: 'donor@example.org' }]);

    const handed: OutgoingMail[] = [];
    const smtp = {
      send: async (mail: OutgoingMail) => {
        handed.push(mail);
        return { outcome: 'sent' } as const;
      },
      close: () => undefined,
    };
    await sendMail({ ...product.services, smtp }, { mailId: rows[0]?.id ?? '' });
    const token = /\/receipts\/(\S+)/.exec(handed[0]?.text ?? '')?.[1] ?? '';
    expect((await byLink(token)).status).toBe(200);

    const answers = [];
    for (let count = 0; count < 4; count++) answers.push(answerOf(await again(donor.cookie)));
    expect(answers.at(-1)).toBe(`/account/payments/${donationPayment}?mailed=too-often`);
  });
});

const answerOf = ({ location }: Answer) => location;

describe('a yearly statement', () => {
  it('follows the newsroom’s fiscal year and adds up by currency', async () => {
    const { statement, years, calendar } = await readStatement(product.services, {
      supporterId: donor.id,
      year: 2026,
    });
    expect([years, calendar.startMonth]).toEqual([[2026], 4]);
    expect(statement.lines.map(({ kind, paidFor }) => [kind, paidFor.kind])).toEqual([
      ['charge', 'donation'],
      ['charge', 'membership'],
      ['refund', 'donation'],
    ]);
    const paid = statement.totals[0]?.paid.amountMinor ?? 0;
    expect(statement.totals).toMatchObject([
      { currency: 'EUR', returned: money(500, 'EUR'), kept: money(paid - 500, 'EUR') },
    ]);
  });

  it('is a file, of nobody else’s payments, and not of a year without any', async () => {
    const of = (year: string, cookie: string) =>
      ask(openStatement, `/account/statements/${year}/statement.pdf`, { year }, cookie);
    const answer = await of('2026', donor.cookie);
    expect(answer.headers.get('Content-Disposition')).toContain('statement-2026.pdf');
    const text = readPdf(answer.bytes).pages.join('\n');
    expect(text).toContain('Statement for 2026/27');
    expect(text.replaceAll('\u2009', ' ')).toContain('April 2026 – March 2027');
    expect((await of('2026', stranger.cookie)).status).toBe(404);
    expect((await of('2025', donor.cookie)).status).toBe(404);
    expect((await of('2027', donor.cookie)).status).toBe(404);
    expect((await of('1999', donor.cookie)).status).toBe(404);
    expect((await of('20x6', donor.cookie)).status).toBe(404);
  });
});
