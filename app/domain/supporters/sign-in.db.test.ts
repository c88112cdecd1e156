import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestProduct, createTestProduct } from '../../../sandbox/testing/product.ts';
import { mails } from '../../db/schema/mail.ts';
import { sessions, signInRequests, supporters } from '../../db/schema/supporters.ts';
import { addMs, minutesMs } from '../../kernel/dates.ts';
import { hashToken, newId } from '../../platform/ids.ts';
import { deleteExpiredSignIns } from './delete-expired-sign-ins.server.ts';
import { findOrCreateSupporter } from './find-or-create-supporter.server.ts';
import { type SignInSecrets, issueSignInSecrets } from './issue-sign-in-secrets.server.ts';
import { requestSignIn } from './request-sign-in.server.ts';
import { readPendingSignIn, signInByCode } from './sign-in-by-code.server.ts';
import { readSignInLink, signInByLink } from './sign-in-by-link.server.ts';

let product: TestProduct;
let now = new Date('2026-11-22T12:00:00Z');
const browser = { userAgent: 'Firefox/130', previousToken: null };

beforeAll(async () => {
  product = await createTestProduct({ clock: { now: () => now } });
});
afterAll(() => product.close());
beforeEach(() => {
  now = new Date('2026-11-22T12:00:00Z');
});

/** A request from a browser of its own, with the secrets that its mail would carry. */
async function ask(email: string): Promise<SignInSecrets & { id: string; browserHash: string }> {
  const ctx = product.services;
  const browserHash = hashToken(newId());
  await requestSignIn(ctx, { email, locale: 'en', returnTo: '/war/story', browserHash });
  const pending = await readPendingSignIn(ctx, browserHash);
  const secrets = pending && (await issueSignInSecrets(ctx, pending.id));
  if (!secrets) throw new Error('there should be a request');
  return { ...secrets, id: pending.id, browserHash };
}

function another(code: string): string {
  return code === '000000' ? '000001' : '000000';
}

describe('asking', () => {
  it('does the same for a known and an unknown address, and makes no supporter', async () => {
    const { services } = product;
    await findOrCreateSupporter(services, {
      email: 'known@example.org',
      name: null,
      locale: 'en',
      country: null,
      stripeCustomerId: null,
    });
    for (const email of ['known@example.org', 'unknown@example.org']) {
      await requestSignIn(services, {
        email: ` ${email.toUpperCase()} `,
        locale: 'uk',
        returnTo: null,
        browserHash: 'b',
      });
      const queued = await services.db.select().from(mails).where(eq(mails.recipient, email));
      expect(queued).toMatchObject([{ template: 'sign-in', locale: 'uk', status: 'queued' }]);
    }
    const people = await services.db
      .select()
      .from(supporters)
      .where(eq(supporters.email, 'unknown@example.org'));
    expect(people).toEqual([]);
  });

  it('stores neither the token nor the code', async () => {
    const { id, token, code } = await ask('secret@example.org');
    const rows = await product.services.db
      .select()
      .from(signInRequests)
      .where(eq(signInRequests.id, id));
    const stored = JSON.stringify(rows);
    expect(stored).not.toContain(token);
    expect(stored).not.toContain(`"${code}"`);
  });
});

describe('by link', () => {
  it('signs in once, in any browser, and proves the address', async () => {
    const { token } = await ask('link@example.org');
    expect(await readSignInLink(product.services, token)).toEqual({
      state: 'live',
      email: 'link@example.org',
    });
    const first = await signInByLink(product.services, { token, browser });
    expect(first).toMatchObject({
      ok: true,
      value: { email: 'link@example.org', returnTo: '/war/story' },
    });
    expect(await signInByLink(product.services, { token, browser })).toEqual({
      ok: false,
      reason: 'used',
    });
    expect(await readSignInLink(product.services, token)).toEqual({ state: 'used', email: null });
    const [person] = await product.services.db
      .select()
      .from(supporters)
      .where(eq(supporters.email, 'link@example.org'));
    expect(person?.emailVerifiedAt).toEqual(now);
  });

  it('of ten presses at once one opens a session', async () => {
    const { token } = await ask('presses@example.org');
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => signInByLink(product.services, { token, browser })),
    );
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(answers.filter((answer) => !answer.ok && answer.reason === 'used')).toHaveLength(9);
  });

  it('is over after half an hour', async () => {
    const { token } = await ask('late@example.org');
    now = addMs(now, 30 * minutesMs);
    expect(await signInByLink(product.services, { token, browser })).toEqual({
      ok: false,
      reason: 'expired',
    });
  });

  it('knows no token that was never sent, and forgets old ones', async () => {
    const { token } = await ask('swept@example.org');
    expect(await signInByLink(product.services, { token: 'x'.repeat(43), browser })).toEqual({
      ok: false,
      reason: 'unknown',
    });
    now = addMs(now, 3 * 24 * 60 * minutesMs);
    await deleteExpiredSignIns(product.services);
    expect(await readSignInLink(product.services, token)).toEqual({
      state: 'unknown',
      email: null,
    });
  });

  it('kills the other requests for the same address', async () => {
    const older = await ask('twice@example.org');
    const newer = await ask('twice@example.org');
    await signInByLink(product.services, { token: newer.token, browser });
    expect(await signInByLink(product.services, { token: older.token, browser })).toEqual({
      ok: false,
      reason: 'used',
    });
    expect(
      await signInByCode(product.services, {
        code: older.code,
        browserHash: older.browserHash,
        browser,
      }),
    ).toEqual({ ok: false, reason: 'no_request' });
  });

  it('a mail that is written again replaces the link of the first', async () => {
    const { id, token } = await ask('again@example.org');
    const secrets = await issueSignInSecrets(product.services, id);
    expect((await readSignInLink(product.services, token)).state).toBe('unknown');
    expect((await readSignInLink(product.services, secrets?.token ?? '')).state).toBe('live');
  });
});

describe('by code', () => {
  it('signs in in the browser that asked', async () => {
    const { code, browserHash } = await ask('code@example.org');
    expect(await signInByCode(product.services, { code, browserHash, browser })).toMatchObject({
      ok: true,
    });
    expect(await signInByCode(product.services, { code, browserHash, browser })).toEqual({
      ok: false,
      reason: 'no_request',
    });
  });

  it('works in no other browser', async () => {
    const { code } = await ask('elsewhere@example.org');
    for (const browserHash of [null, hashToken('another')]) {
      expect(await signInByCode(product.services, { code, browserHash, browser })).toEqual({
        ok: false,
        reason: 'no_request',
      });
    }
  });

  it('is dead after five wrong tries, the right one included', async () => {
    const { code, browserHash, token } = await ask('guess@example.org');
    const wrong = { code: another(code), browserHash, browser };
    const answers = [];
    for (let index = 0; index < 5; index += 1)
      answers.push(await signInByCode(product.services, wrong));
    expect(answers.map((answer) => !answer.ok && answer.reason)).toEqual([
      'wrong_code',
      'wrong_code',
      'wrong_code',
      'wrong_code',
      'no_request',
    ]);
    expect(await signInByCode(product.services, { code, browserHash, browser })).toEqual({
      ok: false,
      reason: 'no_request',
    });
    expect((await readSignInLink(product.services, token)).state).toBe('live');
  });

  it('counts tries at the same time one by one', async () => {
    const { id, code, browserHash } = await ask('storm@example.org');
    const answers = await Promise.all(
      Array.from({ length: 30 }, () =>
        signInByCode(product.services, { code: another(code), browserHash, browser }),
      ),
    );
    expect(answers.filter((answer) => !answer.ok && answer.reason === 'wrong_code')).toHaveLength(
      4,
    );
    const [request] = await product.services.db
      .select()
      .from(signInRequests)
      .where(eq(signInRequests.id, id));
    expect(request?.codeAttempts).toBe(5);
    expect(await signInByCode(product.services, { code, browserHash, browser })).toMatchObject({
      ok: false,
    });
  });

  it('is not a code before the mail was written', async () => {
    await requestSignIn(product.services, {
      email: 'early@example.org',
      locale: 'en',
      returnTo: null,
      browserHash: 'early',
    });
    expect(
      await signInByCode(product.services, { code: '000000', browserHash: 'early', browser }),
    ).toEqual({ ok: false, reason: 'wrong_code' });
  });
});

describe('a supporter’s row', () => {
  it('is one for an address, however many arrive at once', async () => {
    const input = { name: 'Anna', locale: 'en' as const, country: 'DE', stripeCustomerId: null };
    const found = await Promise.all(
      ['race@example.org', 'RACE@example.org ', ' race@Example.org'].map((email) =>
        findOrCreateSupporter(product.services, { ...input, email }),
      ),
    );
    expect(new Set(found.map(({ supporterId }) => supporterId)).size).toBe(1);
    expect(found.filter(({ isNew }) => isNew)).toHaveLength(1);
  });

  it('keeps its name and its customer against whoever types the address later', async () => {
    const first = await findOrCreateSupporter(product.services, {
      email: 'keep@example.org',
      name: 'Anna',
      locale: 'en',
      country: null,
      stripeCustomerId: 'cus_1',
    });
    await findOrCreateSupporter(product.services, {
      email: 'keep@example.org',
      name: 'Mallory',
      locale: 'uk',
      country: 'FR',
      stripeCustomerId: 'cus_1',
    });
    const [row] = await product.services.db
      .select()
      .from(supporters)
      .where(eq(supporters.id, first.supporterId));
    expect(row).toMatchObject({ name: 'Anna', locale: 'en', country: 'FR' });
  });

  it('has no session before somebody signed in', async () => {
    const { supporterId } = await findOrCreateSupporter(product.services, {
      email: 'none@example.org',
      name: null,
      locale: 'en',
      country: null,
      stripeCustomerId: null,
    });
    expect(
      await product.services.db
        .select()
        .from(sessions)
        .where(eq(sessions.supporterId, supporterId)),
    ).toEqual([]);
  });
});
