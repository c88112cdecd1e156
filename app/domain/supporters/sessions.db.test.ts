import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestProduct, createTestProduct } from '../../../sandbox/testing/product.ts';
import { auditEntries, sessions } from '../../db/schema/supporters.ts';
import { addDays } from '../../kernel/dates.ts';
import { hashToken } from '../../platform/ids.ts';
import { findOrCreateSupporter } from './find-or-create-supporter.server.ts';
import { grantRole } from './grant-role.server.ts';
import { issueSignInSecrets } from './issue-sign-in-secrets.server.ts';
import { listSessions } from './list-sessions.server.ts';
import { openSessionAfterCheckout } from './open-checkout-session.server.ts';
import { openSession } from './open-session.server.ts';
import { readViewer } from './read-viewer.server.ts';
import { requestSignIn } from './request-sign-in.server.ts';
import { recordAudit } from './record-audit.server.ts';
import { readPendingSignIn } from './sign-in-by-code.server.ts';
import { signInByLink } from './sign-in-by-link.server.ts';
import { signOut } from './sign-out.server.ts';
import { signOutEverywhere } from './sign-out-everywhere.server.ts';

const noon = new Date('2026-11-22T12:00:00Z');
let product: TestProduct;
let now = noon;
let count = 0;

beforeAll(async () => {
  product = await createTestProduct({ clock: { now: () => now } });
});
afterAll(() => product.close());
beforeEach(() => {
  now = noon;
});

async function newSupporter(): Promise<{ supporterId: string; email: string }> {
  count += 1;
  const email = `person${count}@example.org`;
  const { supporterId } = await findOrCreateSupporter(product.services, {
    email,
    name: 'Anna',
    locale: 'uk',
    country: null,
    stripeCustomerId: null,
  });
  return { supporterId, email };
}

async function openFor(supporterId: string, previousToken: string | null = null): Promise<string> {
  const { token } = await openSession(product.services, {
    supporterId,
    openedBy: 'mail',
    userAgent: 'Mozilla/5.0 (Windows NT 10.0) Firefox/130',
    previousToken,
  });
  return token;
}

async function isOpen(token: string): Promise<boolean> {
  return (await readViewer(product.services, token)).viewer.supporter !== null;
}

async function signInByMail(email: string): Promise<void> {
  await requestSignIn(product.services, {
    email,
    locale: 'en',
    returnTo: null,
    browserHash: email,
  });
  const pending = await readPendingSignIn(product.services, email);
  const secrets = await issueSignInSecrets(product.services, pending?.id ?? '');
  const signedIn = await signInByLink(product.services, {
    token: secrets?.token ?? '',
    browser: { userAgent: null, previousToken: null },
  });
  expect(signedIn.ok).toBe(true);
}

describe('a session', () => {
  it('tells who is looking; the database holds only the token’s hash', async () => {
    const { supporterId, email } = await newSupporter();
    const token = await openFor(supporterId);
    const { viewer } = await readViewer(product.services, token);
    expect(viewer.supporter).toEqual({ id: supporterId, email, name: 'Anna', locale: 'uk' });
    expect(viewer.role).toBeNull();
    const rows = await product.services.db
      .select()
      .from(sessions)
      .where(eq(sessions.supporterId, supporterId));
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(rows[0]?.tokenHash).toBe(hashToken(token));
  });

  it('is prolonged once a day while it is used, and ends 90 days after the last visit', async () => {
    const { supporterId } = await newSupporter();
    const token = await openFor(supporterId);
    expect((await readViewer(product.services, token)).isProlonged).toBe(false);
    now = addDays(noon, 1);
    expect((await readViewer(product.services, token)).isProlonged).toBe(true);
    expect((await readViewer(product.services, token)).isProlonged).toBe(false);
    now = addDays(noon, 90);
    expect(await isOpen(token)).toBe(true);
    now = addDays(noon, 181);
    expect(await isOpen(token)).toBe(false);
  });

  it('ends on the server when its owner signs out', async () => {
    const { supporterId } = await newSupporter();
    const [mine, other] = [await openFor(supporterId), await openFor(supporterId)];
    await signOut(product.services, mine);
    expect([await isOpen(mine), await isOpen(other)]).toEqual([false, true]);
  });

  it('of the browser’s past ends when somebody signs in: none can be planted', async () => {
    const planted = await openFor((await newSupporter()).supporterId);
    const fresh = await openFor((await newSupporter()).supporterId, planted);
    expect(fresh).not.toBe(planted);
    expect(await isOpen(planted)).toBe(false);
  });

  it('is listed with the others, and they all end together', async () => {
    const { supporterId } = await newSupporter();
    const mine = await openFor(supporterId);
    const other = await openFor(supporterId);
    const { viewer } = await readViewer(product.services, mine);
    const listed = await listSessions(product.services, {
      supporterId,
      currentSessionId: viewer.sessionId ?? '',
    });
    expect(listed).toHaveLength(2);
    expect(listed.filter((session) => session.isThisOne)).toHaveLength(1);
    expect(listed[0]?.device).toEqual({ browser: 'Firefox', system: 'Windows' });
    expect(await signOutEverywhere(product.services, supporterId)).toBe(2);
    expect([await isOpen(mine), await isOpen(other)]).toEqual([false, false]);
  });
});

describe('a role', () => {
  it('is granted, changed and taken, each written into the audit log', async () => {
    const { supporterId } = await newSupporter();
    const token = await openFor(supporterId);
    const roleNow = async () => (await readViewer(product.services, token)).viewer.role;
    await grantRole(product.services, { actorId: null, supporterId, role: 'analyst' });
    expect(await roleNow()).toBe('analyst');
    await grantRole(product.services, { actorId: supporterId, supporterId, role: 'owner' });
    expect(await roleNow()).toBe('owner');
    await grantRole(product.services, { actorId: supporterId, supporterId, role: null });
    expect(await isOpen(token)).toBe(false);
    const written = await product.services.db
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.subjectId, supporterId));
    expect(written.map((entry) => entry.action)).toEqual([
      'role.granted',
      'role.granted',
      'role.taken',
    ]);
  });

  it('opens nothing in a browser that only paid', async () => {
    const { supporterId } = await newSupporter();
    await grantRole(product.services, { actorId: null, supporterId, role: 'owner' });
    const { token } = await openSession(product.services, {
      supporterId,
      openedBy: 'checkout',
      userAgent: null,
      previousToken: null,
    });
    expect((await readViewer(product.services, token)).viewer.role).toBeNull();
  });

  it('leaves a log that can’t be rewritten: only what is personal in it can be emptied', async () => {
    const { supporterId } = await newSupporter();
    const { db } = product.services;
    const from = { address: '192.0.2.7', userAgent: 'Test/1.0' };
    await recordAudit(
      { ...product.services, origin: from },
      {
        actorId: (await newSupporter()).supporterId,
        action: 'note.written',
        subjectKind: 'supporter',
        subjectId: supporterId,
        before: { words: 0 },
        after: { words: 3 },
        reason: 'Asked by telephone',
      },
    );
    const own = eq(auditEntries.subjectId, supporterId);
    const read = async () => (await db.select().from(auditEntries).where(own))[0];
    expect(await read()).toMatchObject({
      reason: 'Asked by telephone',
      after: { words: 3 },
      ...from,
    });
    await expect(db.delete(auditEntries).where(own)).rejects.toThrow();
    await expect(db.execute(sql`truncate audit_entries`)).rejects.toThrow();
    for (const change of [
      { reason: 'Another' },
      { action: 'x' },
      { after: null },
      { address: '' },
    ]) {
      await expect(db.update(auditEntries).set(change).where(own)).rejects.toThrow();
    }
    await db.update(auditEntries).set({ reason: null, address: null, userAgent: null }).where(own);
    expect(await read()).toMatchObject({ reason: null, address: null, after: { words: 3 } });
  });
});

describe('after Checkout', () => {
  const own = {
    supporterCreatedByThisOrder: true,
    orderBrowserHash: 'b',
    browserHash: 'b',
    viewerSupporterId: null,
  };

  it('the browser that paid is signed in to the account that its order made', async () => {
    const { supporterId } = await newSupporter();
    const opened = await openSessionAfterCheckout(product.services, { ...own, supporterId });
    expect(await isOpen(opened?.token ?? '')).toBe(true);
  });

  it.each([
    ['another browser', { browserHash: 'c' }],
    ['a browser without its key', { browserHash: null }],
    ['an order without a browser', { orderBrowserHash: null }],
    ['somebody else’s existing account', { supporterCreatedByThisOrder: false }],
    ['a browser that is signed in as somebody', { viewerSupporterId: 'somebody' }],
  ])('%s is not', async (_who, difference) => {
    const { supporterId } = await newSupporter();
    expect(
      await openSessionAfterCheckout(product.services, { ...own, supporterId, ...difference }),
    ).toBeNull();
  });

  it('signing out is final: the thank-you page opens nothing again', async () => {
    const { supporterId } = await newSupporter();
    const opened = await openSessionAfterCheckout(product.services, { ...own, supporterId });
    await signOut(product.services, opened?.token ?? '');
    expect(await openSessionAfterCheckout(product.services, { ...own, supporterId })).toBeNull();
  });

  it('a day later the page opens nothing any more', async () => {
    const { supporterId } = await newSupporter();
    now = addDays(noon, 1);
    expect(await openSessionAfterCheckout(product.services, { ...own, supporterId })).toBeNull();
  });

  it('whoever proves the address by mail ends what others opened by paying with it', async () => {
    const { supporterId, email } = await newSupporter();
    const paid = await openSessionAfterCheckout(product.services, { ...own, supporterId });
    await signInByMail(email);
    expect(await isOpen(paid?.token ?? '')).toBe(false);
    expect(await openSessionAfterCheckout(product.services, { ...own, supporterId })).toBeNull();
  });
});
