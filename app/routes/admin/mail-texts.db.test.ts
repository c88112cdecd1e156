import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { giftInput, payOnStripe } from '../../../sandbox/testing/gifts.ts';
import { type TestProduct, createTestProduct } from '../../../sandbox/testing/product.ts';
import { startDonation } from '../../domain/donations/start-donation.server.ts';
import { findOrCreateSupporter } from '../../domain/supporters/find-or-create-supporter.server.ts';
import { grantRole } from '../../domain/supporters/grant-role.server.ts';
import { openSession } from '../../domain/supporters/open-session.server.ts';
import { prepareMail } from '../../jobs/mail/prepare-mail.server.ts';
import { money } from '../../kernel/money.ts';
import { action as save, loader as page } from './mail-text.tsx';
import { action as sendTrial } from './mail-text-trial.ts';
import { loader as list } from './mail-texts.tsx';

let product: TestProduct;
let cookie: string;

beforeAll(async () => {
  product = await createTestProduct();
  const { services } = product;
  const { supporterId } = await findOrCreateSupporter(services, {
    ...{ email: 'editor@example.org', name: null, locale: 'en', country: null },
    stripeCustomerId: null,
  });
  await grantRole(services, { actorId: null, supporterId, role: 'editor' });
  const { token } = await openSession(services, {
    ...{ supporterId, openedBy: 'mail', userAgent: null, previousToken: null },
  });
  cookie = `session=${token}`;
});
afterAll(() => product.close());

type Handler = (args: ActionFunctionArgs & LoaderFunctionArgs) => Promise<unknown>;

async function call(handler: Handler, params: object, fields?: Record<string, string>) {
  const request = new Request('http://localhost:3000/admin/mail-texts', {
    headers: { Cookie: cookie, Origin: 'http://localhost:3000' },
    ...(fields ? { method: 'POST', body: new URLSearchParams(fields) } : {}),
  });
  const context = { services: product.services, entryScript: '', clientAddress: '203.0.113.9' };
  const args = { request, params, context } as ActionFunctionArgs & LoaderFunctionArgs; // as the router calls it
  const answer = await handler(args).catch((thrown: unknown) => thrown);
  if (answer instanceof Response) return { status: answer.status, said: {} };
  const given = answer as { data?: object; init?: { status?: number } | null }; // or what data() wraps
  return { status: given.init?.status ?? 200, said: given.data ?? given };
}

const receipt = { template: 'receipt', language: 'en' };
const words = { subject: '', opening: '', closing: '', version: '', reason: '' };
const versionOf = async (mail = receipt) =>
  ((await call(page, mail)).said as { version: string }).version;

/** The receipt of a real gift, as it would be sent. */
async function receiptOf(email: string) {
  const { services, stripe } = product;
  const started = await startDonation(services, giftInput({ amount: money(1_234, 'EUR') }));
  if (!started.ok) throw new Error(started.reason);
  payOnStripe(stripe, started.value.checkoutUrl, { email });
  await product.settle();
  const { rows } = await services.database.pool.query<{ subject_id: string }>(
    "select subject_id from mails where template = 'receipt' and recipient = $1",
    [email],
  );
  const mail = {
    ...{ id: '', template: 'receipt' as const, subjectId: rows[0]?.subject_id ?? '' },
    ...{ recipient: email, locale: 'en' as const, attempts: 0 },
  };
  const prepared = await prepareMail(services, mail);
  if (!prepared.ok) throw new Error(prepared.reason);
  return prepared.value;
}

describe('the newsroom’s own words in a mail', () => {
  it('are in the next real receipt, with everything that a receipt says', async () => {
    const opening = 'The river is watched because of you.\n\n<b>Bold</b> words.';
    const saved = await call(save, receipt, {
      ...{ ...words, subject: '{newsroom}: {amount}', opening, closing: 'Your desk' },
    });
    expect(saved.status).toBe(303);
    const mail = await receiptOf('worded@example.org');
    expect(mail.subject).toMatch(/: €12\.34$/);
    expect(mail.text).toContain('The river is watched because of you.');
    expect(mail.text).toMatch(/Amount: €12\.34[\s\S]*\/receipts\/[\s\S]*Your desk/);
    expect(mail.html).toContain('&lt;b&gt;Bold&lt;/b&gt; words.');
    expect((await call(list, {})).said).toEqual({ own: ['receipt/en'] });
  });

  it('are given back by leaving all of them empty', async () => {
    const cleared = await call(save, receipt, { ...words, version: await versionOf() });
    expect(cleared.status).toBe(303);
    expect((await call(list, {})).said).toEqual({ own: [] });
    expect((await receiptOf('plain@example.org')).text).not.toContain('The river');
    const { rows } = await product.services.database.pool.query(
      "select before, after, subject_id from audit_entries where action = 'mail_text.changed' order by at, id",
    );
    expect(rows).toMatchObject([
      { subject_id: 'receipt/en', before: { opening: '' }, after: { closing: 'Your desk' } },
      { before: { closing: 'Your desk' }, after: { opening: '' } },
    ]);
  });

  it('name what stands in braces and means nothing, and keep what was typed', async () => {
    const typed = { ...words, opening: 'Dear {first_name}', closing: '{' };
    expect(await call(save, receipt, typed)).toMatchObject({
      status: 422,
      said: {
        typed: { opening: 'Dear {first_name}' },
        stray: ['{first_name}', '{'],
        errors: {
          opening: 'mailTexts.error.placeholder',
          closing: 'mailTexts.error.placeholder',
        },
      },
    });
    const long = await call(save, receipt, { ...words, closing: 'x'.repeat(2_001) });
    expect(long).toMatchObject({
      status: 422,
      said: { errors: { closing: 'asks.error.tooLong' } },
    });
  });

  it('can be looked at without being saved', async () => {
    const looked = await call(save, receipt, { ...words, act: 'look', opening: 'Only a look' });
    expect(looked).toMatchObject({ status: 200 });
    expect(JSON.stringify(looked.said)).toContain('Only a look');
    expect((await call(list, {})).said).toEqual({ own: [] });
  });

  it('are not overwritten by whoever began earlier', async () => {
    const welcome = { template: 'membership-welcome', language: 'uk' };
    const version = await versionOf(welcome);
    const first = await call(save, welcome, { ...words, opening: 'Перша', version });
    const second = await call(save, welcome, { ...words, opening: 'Друга', version });
    expect([first.status, second.status]).toEqual([303, 409]);
    expect(second.said).toMatchObject({ isStale: true, typed: { opening: 'Друга' } });
    expect((await call(page, welcome)).said).toMatchObject({ words: { opening: 'Перша' } });
  });

  it('can be had in one’s own mailbox, once a minute', async () => {
    await call(sendTrial, receipt, {});
    await call(sendTrial, receipt, {});
    const { rows } = await product.services.database.pool.query<{
      recipient: string;
      subject_id: string;
    }>("select recipient, subject_id from mails where template = 'mail-text-trial'");
    expect(rows).toMatchObject([{ recipient: 'editor@example.org' }]);
    const prepared = await prepareMail(product.services, {
      ...{ id: '', template: 'mail-text-trial', subjectId: rows[0]?.subject_id ?? '' },
      ...{ recipient: 'editor@example.org', locale: 'en', attempts: 0 },
    });
    expect(prepared).toMatchObject({ ok: true });
    if (prepared.ok) expect(prepared.value.subject).toMatch(/^\[Test\] /);
  });

  it('are for no mail that proves who somebody is', async () => {
    for (const template of ['sign-in', 'passkey-added', 'nothing', 'constructor']) {
      expect((await call(page, { template, language: 'en' })).status).toBe(404);
      expect((await call(save, { template, language: 'en' }, words)).status).toBe(404);
    }
    expect((await call(page, { template: 'receipt', language: 'de' })).status).toBe(404);
  });
});
