import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestProduct, createTestProduct } from '../../sandbox/testing/product.ts';
import { findOrCreateSupporter } from '../domain/supporters/find-or-create-supporter.server.ts';
import { grantRole } from '../domain/supporters/grant-role.server.ts';
import { openSession } from '../domain/supporters/open-session.server.ts';
import { anonymousViewer } from '../domain/supporters/viewer.ts';
import { addDays } from '../kernel/dates.ts';
import { newToken } from '../platform/ids.ts';
import { ensureBrowserKey, readBrowserHash } from './browser-key.server.ts';
import { pageHeaders } from './caching.server.ts';
import type { RequestArgs } from './context.ts';
import { requireRole, requireSupporter } from './guards.server.ts';
import { rateLimitRules } from './rate-limit-rules.ts';
import { forgiveSignIn, limitCheckout, limitSignIn } from './rate-limits.server.ts';
import { readViewer } from './session.server.ts';

const noon = new Date('2026-11-22T12:00:00Z');
let product: TestProduct;
let now = noon;

beforeAll(async () => {
  product = await createTestProduct({ clock: { now: () => now } });
});
afterAll(() => product.close());
beforeEach(() => {
  now = noon;
});

function visit(path: string, cookie: string | null, clientAddress = '203.0.113.9'): RequestArgs {
  return {
    request: new Request(`http://localhost:3000${path}`, {
      headers: cookie ? { Cookie: cookie } : {},
    }),
    params: {},
    context: { services: product.services, entryScript: '', clientAddress },
  };
}

async function cookieOf(email: string, role: 'owner' | 'analyst' | null = null): Promise<string> {
  const { supporterId } = await findOrCreateSupporter(product.services, {
    email,
    name: null,
    locale: 'en',
    country: null,
    stripeCustomerId: null,
  });
  if (role) await grantRole(product.services, { actorId: null, supporterId, role });
  const { token } = await openSession(product.services, {
    supporterId,
    openedBy: 'mail',
    userAgent: null,
    previousToken: null,
  });
  return `session=${token}`;
}

async function thrownResponse(
  run: Promise<unknown>,
): Promise<{ status: number; location: string | null }> {
  const thrown: unknown = await run.catch((error: unknown) => error);
  if (!(thrown instanceof Response)) throw new Error('nothing was thrown');
  return { status: thrown.status, location: thrown.headers.get('Location') };
}

describe('a viewer', () => {
  it('without a cookie, or with one that can’t be ours, costs no query', async () => {
    const withoutDatabase = (cookie: string | null): RequestArgs => {
      const args = visit('/', cookie);
      const refuse = () => {
        throw new Error('a query was made');
      };
      const db = new Proxy(product.services.db, { get: refuse });
      return { ...args, context: { ...args.context, services: { ...product.services, db } } };
    };
    for (const cookie of [null, 'other=1', 'session=', 'session=short', "session=' or 1=1"]) {
      expect(await readViewer(withoutDatabase(cookie))).toEqual(anonymousViewer);
    }
  });

  it('is found once for all loaders of one request', async () => {
    const args = visit('/account', await cookieOf('once@example.org'));
    const again = { ...args, request: args.request.clone() };
    expect(await readViewer(again)).toBe(await readViewer(args));
  });

  it('with a cookie of no session is nobody', async () => {
    expect(await readViewer(visit('/', `session=${newToken()}`))).toEqual(anonymousViewer);
  });
});

describe('what caches may keep', () => {
  it('is the public page; it sets no cookie', () => {
    const headers = pageHeaders(anonymousViewer);
    expect(headers.get('Cache-Control')).toBe('public, max-age=60, stale-while-revalidate=600');
    expect(headers.get('Set-Cookie')).toBeNull();
  });

  it('is nothing of somebody signed in; their cookie is prolonged once a day', async () => {
    const cookie = await cookieOf('cache@example.org');
    const first = pageHeaders(await readViewer(visit('/', cookie)));
    expect(first.get('Cache-Control')).toBe('private, no-store');
    expect(first.get('Set-Cookie')).toBeNull();
    now = addDays(noon, 2);
    const later = pageHeaders(await readViewer(visit('/', cookie)));
    expect(later.get('Set-Cookie')).toContain(
      `${cookie}; Path=/; Max-Age=7776000; HttpOnly; SameSite=Lax`,
    );
  });
});

describe('a guard', () => {
  it('sends the signed-out to sign in, in their language, and back', async () => {
    const answer = await thrownResponse(
      requireSupporter(visit('/uk/account/payments?page=2', null)),
    );
    expect(answer).toEqual({
      status: 302,
      location: '/uk/sign-in?next=%2Fuk%2Faccount%2Fpayments%3Fpage%3D2',
    });
  });

  it('hides a room from those who may not enter', async () => {
    const answer = await thrownResponse(
      requireRole(visit('/admin', await cookieOf('guest@example.org')), ['owner']),
    );
    expect(answer.status).toBe(404);
    const analyst = visit('/admin/settings', await cookieOf('analyst@example.org', 'analyst'));
    expect((await thrownResponse(requireRole(analyst, ['owner', 'editor']))).status).toBe(404);
  });

  it('lets in who may', async () => {
    const viewer = await requireRole(
      visit('/admin', await cookieOf('owner@example.org', 'owner')),
      ['owner'],
    );
    expect(viewer).toMatchObject({ role: 'owner', supporter: { email: 'owner@example.org' } });
  });
});

describe('a browser’s key', () => {
  it('is made once and known again by its hash', () => {
    const made = ensureBrowserKey(visit('/donate', null));
    const cookie = /^giving=[\w-]{43}/.exec(made.setCookie ?? '')?.[0] ?? '';
    expect(made.setCookie).toMatch(/; Path=\/; Max-Age=2592000; HttpOnly; SameSite=Lax$/);
    const next = visit('/donate', cookie);
    expect(readBrowserHash(next.request)).toBe(made.hash);
    expect(ensureBrowserKey(next)).toEqual({ hash: made.hash, setCookie: null });
  });
});

describe('limits', () => {
  it('stop one address, one mail address, and say for how long', async () => {
    const { points, seconds } = rateLimitRules['checkout-email'];
    const args = visit('/donate', null, '203.0.113.20');
    for (let index = 0; index < points; index += 1) {
      expect(await limitCheckout(args, { email: 'tester@example.org' })).toEqual({ ok: true });
    }
    const refused = await limitCheckout(args, { email: 'TESTER@example.org ' });
    expect(refused.ok).toBe(false);
    if (!refused.ok) expect(refused.retryAfterSeconds).toBeGreaterThan(seconds - 60);
    expect(await limitCheckout(args, { email: 'other@example.org' })).toEqual({ ok: true });
    const elsewhere = visit('/donate', null, '203.0.113.21');
    expect(await limitCheckout(elsewhere, { email: null })).toEqual({ ok: true });
  });

  it('count a client’s address across mail addresses', async () => {
    const args = visit('/donate', null, '203.0.113.22');
    const answers = [];
    for (let index = 0; index <= rateLimitRules['checkout-address'].points; index += 1) {
      answers.push((await limitCheckout(args, { email: `card${index}@example.org` })).ok);
    }
    expect(answers.at(-1)).toBe(false);
    expect(answers.slice(0, -1)).not.toContain(false);
  });

  it('on sign-in mails are lifted by signing in', async () => {
    const args = visit('/sign-in', null, '203.0.113.23');
    const email = 'often@example.org';
    const { points } = rateLimitRules['sign-in-email'];
    for (let index = 0; index < points; index += 1) await limitSignIn(args, email);
    expect((await limitSignIn(args, email)).ok).toBe(false);
    await forgiveSignIn(args, email);
    expect(await limitSignIn(args, email)).toEqual({ ok: true });
  });

  it('keep no address in the clear', async () => {
    const { rows } = await product.services.database.pool.query<{ key: string }>(
      'select key from rate_limits',
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const { key } of rows) expect(key).not.toMatch(/@|203\.0/);
  });
});
