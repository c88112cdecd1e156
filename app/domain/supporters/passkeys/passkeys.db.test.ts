import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  type TestAuthenticator,
  createTestAuthenticator,
} from '../../../../sandbox/testing/authenticator.ts';
import { type TestProduct, createTestProduct } from '../../../../sandbox/testing/product.ts';
import { mails } from '../../../db/schema/mail.ts';
import { passkeyChallenges, passkeys } from '../../../db/schema/passkeys.ts';
import { auditEntries } from '../../../db/schema/supporters.ts';
import { addMs, minutesMs } from '../../../kernel/dates.ts';
import { action as signInAction } from '../../../routes/account/sign-in-passkey.tsx';
import { hashToken, newToken } from '../../../platform/ids.ts';
import { findOrCreateSupporter } from '../find-or-create-supporter.server.ts';
import { grantRole } from '../grant-role.server.ts';
import { openSession } from '../open-session.server.ts';
import { readViewer } from '../read-viewer.server.ts';
import type { OpenedBy } from '../session.ts';
import { addPasskey } from './add-passkey.server.ts';
import { listPasskeys, removePasskey } from './keep-passkeys.server.ts';
import { relyingPartyOf } from './passkey.ts';
import { askToAdd, askToSignIn, deleteExpiredChallenges } from './passkey-challenge.server.ts';
import { signInByPasskey } from './sign-in-by-passkey.server.ts';

const noon = new Date('2026-11-22T12:00:00Z');
const relyingParty = relyingPartyOf('http://localhost:3000');
const browserHash = 'hash-of-a-browser';
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

interface Person {
  readonly supporter: { readonly id: string; readonly email: string; readonly locale: 'en' };
  readonly sessionId: string;
}

async function signedIn(openedBy: OpenedBy = 'mail'): Promise<Person> {
  count += 1;
  const email = `key${count}@example.org`;
  const { supporterId } = await findOrCreateSupporter(product.services, {
    ...{ email, name: 'Anna', locale: 'en', country: null, stripeCustomerId: null },
  });
  const { token } = await openSession(product.services, {
    ...{ supporterId, openedBy, userAgent: null, previousToken: null },
  });
  const { viewer } = await readViewer(product.services, token);
  return { supporter: { id: supporterId, email, locale: 'en' }, sessionId: viewer.sessionId ?? '' };
}

function device(origin = relyingParty.origin, rpId = relyingParty.id): TestAuthenticator {
  return createTestAuthenticator({ origin, rpId });
}

async function challengeToAdd({ supporter }: Person): Promise<string> {
  const asked = await askToAdd(product.services, {
    ...{ relyingParty, newsroomName: 'The Test', supporter, browserHash },
  });
  return asked.challenge;
}

function add(person: Person, credential: string, parts: { browserHash?: string } = {}) {
  return addPasskey(product.services, {
    ...{ ...person, browserHash, relyingParty, credential, name: 'My phone' },
    ...parts,
  });
}

async function withPasskey(): Promise<{ person: Person; key: TestAuthenticator }> {
  const person = await signedIn();
  const key = device();
  const added = await add(person, key.add(await challengeToAdd(person)));
  expect(added.ok).toBe(true);
  return { person, key };
}

async function challenge(): Promise<string> {
  return (await askToSignIn(product.services, { relyingParty, browserHash })).challenge;
}

function signIn(credential: string, from: string | null = browserHash) {
  return signInByPasskey(product.services, {
    ...{ relyingParty, browserHash: from, credential },
    browser: { userAgent: null, previousToken: null },
  });
}

describe('adding a passkey', () => {
  it('keeps its public half, tells the mailbox once, and is audited', async () => {
    const { person } = await withPasskey();
    expect(await listPasskeys(product.services, person.supporter.id)).toMatchObject([
      { name: 'My phone', isSynced: true, lastUsedAt: null, isSuspected: false },
    ]);
    const { db } = product.services;
    const [row] = await db
      .select()
      .from(passkeys)
      .where(eq(passkeys.supporterId, person.supporter.id));
    expect(row?.transports).toEqual(['hybrid', 'internal']);
    const queued = await db
      .select()
      .from(mails)
      .where(eq(mails.subjectId, row?.id ?? ''));
    expect(queued.map((mail) => [mail.template, mail.recipient])).toEqual([
      ['passkey-added', person.supporter.email],
    ]);
    const written = await db
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.subjectId, person.supporter.id));
    expect(written.map((entry) => entry.action)).toEqual(['passkey.added']);
  });

  it('names the passkeys that are there, so that no device makes a second', async () => {
    const { person } = await withPasskey();
    const asked = await askToAdd(product.services, {
      ...{ relyingParty, newsroomName: 'The Test', browserHash, supporter: person.supporter },
    });
    expect(asked.excludeCredentials).toHaveLength(1);
    expect(asked.attestation).toBe('none');
    expect(asked.authenticatorSelection).toMatchObject({
      residentKey: 'required',
      userVerification: 'preferred',
    });
  });

  it('is for who proved just now who they are: neither after paying nor an hour later', async () => {
    const payer = await signedIn('checkout');
    expect(await add(payer, device().add(await challengeToAdd(payer)))).toEqual({
      ...{ ok: false, reason: 'not_fresh' },
    });
    const person = await signedIn();
    now = addMs(noon, 60 * minutesMs);
    expect(await add(person, device().add(await challengeToAdd(person)))).toMatchObject({
      reason: 'not_fresh',
    });
  });

  it.each([
    ['another site’s answer', () => device('https://evil.example', 'evil.example'), {}],
    ['another browser’s', () => device(), { browserHash: 'another' }],
  ])('refuses %s', async (_what, make, parts) => {
    const person = await signedIn();
    expect(await add(person, make().add(await challengeToAdd(person)), parts)).toMatchObject({
      reason: 'refused',
    });
  });

  it('refuses a challenge of somebody else, one used before, and one past its time', async () => {
    const [person, other] = [await signedIn(), await signedIn()];
    expect(await add(person, device().add(await challengeToAdd(other)))).toMatchObject({
      reason: 'refused',
    });
    const used = await challengeToAdd(person);
    expect((await add(person, device().add(used))).ok).toBe(true);
    expect(await add(person, device().add(used))).toMatchObject({ reason: 'refused' });
    const late = await challengeToAdd(person);
    now = addMs(noon, 5 * minutesMs);
    expect(await add(person, device().add(late))).toMatchObject({ reason: 'refused' });
  });
});

describe('signing in with a passkey', () => {
  it('opens a session that counts as proof, staff rooms included', async () => {
    const { person, key } = await withPasskey();
    const supporterId = person.supporter.id;
    await grantRole(product.services, { actorId: null, supporterId, role: 'owner' });
    const handle = Buffer.from(supporterId).toString('base64url');
    const opened = await signIn(key.sign(await challenge(), { userHandle: handle }));
    if (!opened.ok) throw new Error('refused');
    const { viewer } = await readViewer(product.services, opened.value.token);
    expect(viewer).toMatchObject({ supporter: { id: supporterId }, role: 'owner' });
    const [listed] = await listPasskeys(product.services, supporterId);
    expect(listed?.lastUsedAt).toEqual(now);
  });

  it('a passkey adds another one without a mail', async () => {
    const person = await signedIn('passkey');
    expect((await add(person, device().add(await challengeToAdd(person)))).ok).toBe(true);
  });

  it('refuses alike what is unknown, removed, of another person, browser or time, or replayed', async () => {
    const { person, key } = await withPasskey();
    const answers: unknown[] = [];
    answers.push(await signIn(device().sign(await challenge())));
    answers.push(await signIn(key.sign(await challenge(), { userHandle: 'c29tZWJvZHk' })));
    answers.push(await signIn(key.sign(await challenge()), 'another'));
    answers.push(await signIn(key.sign(await challenge()), null));
    answers.push(await signIn(key.sign('made-up')));
    const replayed = key.sign(await challenge());
    expect((await signIn(replayed)).ok).toBe(true);
    answers.push(await signIn(replayed));
    const late = key.sign(await challenge());
    now = addMs(noon, 5 * minutesMs);
    answers.push(await signIn(late));
    const [own] = await listPasskeys(product.services, person.supporter.id);
    const passkeyId = own?.id ?? '';
    const stranger = await signedIn();
    const removal = { supporterId: stranger.supporter.id, passkeyId };
    expect(await removePasskey(product.services, removal)).toBe(false);
    removal.supporterId = person.supporter.id;
    expect(await removePasskey(product.services, removal)).toBe(true);
    answers.push(await signIn(key.sign(await challenge())));
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
      new Set(['{"ok":false,"reason":"refused"}']),
    );
  });

  it('refuses what a device signed for adding', async () => {
    const { person, key } = await withPasskey();
    expect((await signIn(key.sign(await challengeToAdd(person)))).ok).toBe(false);
  });

  it('stops a passkey whose count goes backwards, and writes it down', async () => {
    const { person, key } = await withPasskey();
    expect((await signIn(key.sign(await challenge(), { count: 7 }))).ok).toBe(true);
    expect((await signIn(key.sign(await challenge(), { count: 8 }))).ok).toBe(true);
    expect((await signIn(key.sign(await challenge(), { count: 8 }))).ok).toBe(false);
    expect((await signIn(key.sign(await challenge(), { count: 9 }))).ok).toBe(false);
    const [own] = await listPasskeys(product.services, person.supporter.id);
    expect(own?.isSuspected).toBe(true);
    const written = await product.services.db
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.subjectId, person.supporter.id));
    expect(written.map((entry) => entry.action)).toContain('passkey.copy_suspected');
  });

  it('is answered by the page: 422 without a cookie, or the session and the way on', async () => {
    const { key } = await withPasskey();
    const token = newToken();
    const ask = { relyingParty, browserHash: hashToken(token) };
    const post = async (signer: TestAuthenticator, origin: string) => {
      const asked = await askToSignIn(product.services, ask);
      const credential = signer.sign(asked.challenge);
      return signInAction({
        request: new Request('http://app.test/sign-in/passkey', {
          method: 'POST',
          headers: { Origin: origin, Cookie: `giving=${token}` },
          body: new URLSearchParams({ credential, next: '/account/payments' }),
        }),
        params: {},
        context: { services: product.services, entryScript: '', clientAddress: '127.0.0.1' },
      });
    };
    const refused = await post(device(), 'http://app.test');
    expect(refused).toMatchObject({ init: { status: 422 }, data: { next: '/account/payments' } });
    expect(JSON.stringify(refused)).not.toContain('Set-Cookie');
    await expect(post(key, 'http://evil.test')).rejects.toMatchObject({ status: 403 });
    const opened = await post(key, 'http://app.test');
    if (!(opened instanceof Response)) throw new Error('not signed in');
    expect(opened.headers.get('Location')).toBe('/account/payments');
    expect(opened.headers.get('Set-Cookie')).toMatch(/HttpOnly/);
  });
});

it('challenges past their time are swept away', async () => {
  await challenge();
  now = addMs(noon, 24 * 60 * minutesMs);
  await deleteExpiredChallenges(product.services);
  expect(await product.services.db.select().from(passkeyChallenges)).toEqual([]);
});
