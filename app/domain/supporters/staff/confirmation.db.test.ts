import { desc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  type TestAuthenticator,
  createTestAuthenticator,
} from '../../../../sandbox/testing/authenticator.ts';
import { type TestProduct, createTestProduct } from '../../../../sandbox/testing/product.ts';
import { mails } from '../../../db/schema/mail.ts';
import { auditEntries } from '../../../db/schema/supporters.ts';
import { addDays, addMs, hoursMs, minutesMs } from '../../../kernel/dates.ts';
import { action as removal } from '../../../routes/account/passkey-removal.tsx';
import { action as addition } from '../../../routes/account/passkeys.tsx';
import { action as turnOn } from '../../../routes/admin/staff-confirmation.tsx';
import { action as turnOff } from '../../../routes/admin/staff-confirmation-end.tsx';
import { action as reset } from '../../../routes/admin/staff-passkeys.tsx';
import { loader as staffPage } from '../../../routes/admin/staff.tsx';
import { findOrCreateSupporter } from '../find-or-create-supporter.server.ts';
import { grantRole } from '../grant-role.server.ts';
import { openSession } from '../open-session.server.ts';
import { addPasskey } from '../passkeys/add-passkey.server.ts';
import { confirmSession } from '../passkeys/confirm-session.server.ts';
import { listPasskeys } from '../passkeys/keep-passkeys.server.ts';
import { relyingPartyOf } from '../passkeys/passkey.ts';
import { askToAdd, askToConfirm, askToSignIn } from '../passkeys/passkey-challenge.server.ts';
import { signInByPasskey } from '../passkeys/sign-in-by-passkey.server.ts';
import { readViewer } from '../read-viewer.server.ts';
import type { OpenedBy } from '../session.ts';
import type { Role } from '../viewer.ts';
import { resetPasskeys } from './reset-passkeys.server.ts';
import { readConfirmationRule, setConfirmation } from './set-confirmation.server.ts';

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
  readonly id: string;
  readonly email: string;
  token: string;
}

async function open(supporterId: string, openedBy: OpenedBy = 'mail'): Promise<string> {
  const { token } = await openSession(product.services, {
    ...{ supporterId, openedBy, userAgent: null, previousToken: null },
  });
  return token;
}

async function member(role: Role | null): Promise<Person> {
  count += 1;
  const email = `staff${count}@example.org`;
  const { supporterId: id } = await findOrCreateSupporter(product.services, {
    ...{ email, name: 'Olena', locale: 'en', country: null, stripeCustomerId: null },
  });
  if (role) await grantRole(product.services, { actorId: null, supporterId: id, role });
  return { id, email, token: await open(id) };
}

async function viewer({ token }: Person) {
  return (await readViewer(product.services, token)).viewer;
}
async function sessionOf(person: Person): Promise<string> {
  return (await viewer(person)).sessionId ?? '';
}

async function addKey(person: Person): Promise<TestAuthenticator> {
  const key = createTestAuthenticator({ origin: relyingParty.origin, rpId: relyingParty.id });
  const supporter = { id: person.id, email: person.email, locale: 'en' as const };
  const { challenge } = await askToAdd(product.services, {
    ...{ relyingParty, newsroomName: 'The Test', supporter, browserHash },
  });
  const added = await addPasskey(product.services, {
    ...{ supporter, sessionId: await sessionOf(person), browserHash, relyingParty },
    ...{ credential: key.add(challenge), name: 'My phone' },
  });
  expect(added.ok).toBe(true);
  return key;
}

async function challengeFor({ id }: Person): Promise<string> {
  const asked = await askToConfirm(product.services, {
    ...{ relyingParty, supporterId: id, browserHash },
  });
  return asked?.challenge ?? '';
}

async function confirm(person: Person, credential: string): Promise<boolean> {
  const confirmed = await confirmSession(product.services, {
    ...{ supporterId: person.id, sessionId: await sessionOf(person), relyingParty },
    ...{ browserHash, credential },
  });
  if (confirmed.ok) person.token = confirmed.value.token;
  return confirmed.ok;
}

/** An owner with a passkey, who has just used it and asks the staff for one. */
async function ruled(graceUntil = noon): Promise<{ owner: Person; key: TestAuthenticator }> {
  const owner = await member('owner');
  const key = await addKey(owner);
  expect(await confirm(owner, key.sign(await challengeFor(owner)))).toBe(true);
  const set = await setConfirmation(product.services, {
    ...{ actorId: owner.id, sessionId: await sessionOf(owner), graceUntil, reason: 'Safer' },
  });
  expect(set.ok).toBe(true);
  return { owner, key };
}

type Handler = typeof turnOn | typeof turnOff | typeof reset | typeof removal | typeof addition;

async function post(
  handler: Handler | typeof staffPage,
  person: Person,
  fields: Record<string, string> | null,
  id?: string,
) {
  const request = new Request('http://localhost:3000/admin/staff', {
    headers: { Cookie: `session=${person.token}`, Origin: 'http://localhost:3000' },
    ...(fields ? { method: 'POST', body: new URLSearchParams(fields) } : {}),
  });
  const context = { services: product.services, entryScript: '', clientAddress: '203.0.113.9' };
  const answer: unknown = await handler({ request, params: id ? { id } : {}, context }).catch(
    (thrown: unknown) => thrown,
  );
  if (answer instanceof Error) throw answer;
  if (answer instanceof Response) {
    return { status: answer.status, location: answer.headers.get('Location'), errors: null };
  }
  const said = answer as { data?: { errors?: unknown }; init?: { status?: number } };
  return { status: said.init?.status ?? 200, location: null, errors: said.data?.errors ?? null };
}

describe('confirming a session', () => {
  it('goes on under another token, and opens for twelve hours what waited', async () => {
    const { owner, key } = await ruled();
    const session = await sessionOf(owner);
    now = addMs(noon, 12 * hoursMs);
    expect(await viewer(owner)).toMatchObject({
      ...{ role: null, waiting: { role: 'owner', step: 'confirm' } },
    });
    const before = owner.token;
    expect(await confirm(owner, key.sign(await challengeFor(owner)))).toBe(true);
    expect(owner.token).not.toBe(before);
    expect((await readViewer(product.services, before)).viewer.supporter).toBeNull();
    expect(await viewer(owner)).toMatchObject({ role: 'owner', waiting: null, sessionId: session });
  });

  it('needs a passkey of their own, verified by its device, signed for this, once, in this browser', async () => {
    const { owner, key } = await ruled();
    const other = await member('owner');
    const theirs = await addKey(other);
    owner.token = await open(owner.id);
    const challenge = await challengeFor(owner);
    expect(await confirm(owner, theirs.sign(challenge))).toBe(false);
    expect(await confirm(owner, key.sign(challenge))).toBe(false);
    const untouched = key.sign(await challengeFor(owner), { isVerified: false });
    expect(await confirm(owner, untouched)).toBe(false);
    const { challenge: forSignIn } = await askToSignIn(product.services, {
      ...{ relyingParty, browserHash },
    });
    expect(await confirm(owner, key.sign(forSignIn))).toBe(false);
    expect(await confirm(owner, 'nothing')).toBe(false);
    const elsewhere = await confirmSession(product.services, {
      ...{ supporterId: owner.id, sessionId: await sessionOf(owner), relyingParty },
      ...{ browserHash: 'other', credential: key.sign(await challengeFor(owner)) },
    });
    expect(elsewhere.ok).toBe(false);
    expect((await viewer(owner)).role).toBeNull();
    expect(await confirm(owner, key.sign(await challengeFor(owner)))).toBe(true);
  });

  it('is what signing in with a verified passkey is as well, and one that was only touched is not', async () => {
    const { owner, key } = await ruled();
    const signIn = async (isVerified: boolean) => {
      const { challenge } = await askToSignIn(product.services, { relyingParty, browserHash });
      const signed = await signInByPasskey(product.services, {
        ...{ relyingParty, browserHash, credential: key.sign(challenge, { isVerified }) },
        browser: { userAgent: null, previousToken: null },
      });
      if (!signed.ok) throw new Error(signed.reason);
      return (await viewer({ ...owner, token: signed.value.token })).role;
    };
    expect(await signIn(true)).toBe('owner');
    expect(await signIn(false)).toBeNull();
  });
});

describe('who has to confirm', () => {
  it('is only the staff: a reader with a passkey is asked for nothing', async () => {
    await ruled();
    const reader = await member(null);
    await addKey(reader);
    expect(await viewer(reader)).toMatchObject({ role: null, waiting: null, passkeyDue: null });
  });

  it('has time to add a first passkey, is told until when, and then has to', async () => {
    await ruled(addDays(noon, 7));
    const editor = await member('editor');
    expect(await viewer(editor)).toMatchObject({ role: 'editor', passkeyDue: addDays(noon, 7) });
    now = addDays(noon, 7);
    expect(await viewer(editor)).toMatchObject({
      ...{ role: null, passkeyDue: null, waiting: { role: 'editor', step: 'add' } },
    });
    editor.token = await open(editor.id);
    const key = await addKey(editor);
    expect((await viewer(editor)).waiting?.step).toBe('confirm');
    expect(await confirm(editor, key.sign(await challengeFor(editor)))).toBe(true);
    expect((await viewer(editor)).role).toBe('editor');
  });

  it('can neither add another passkey nor remove theirs before: their mailbox alone gets nobody in', async () => {
    const { owner } = await ruled();
    const [own] = await listPasskeys(product.services, owner.id);
    owner.token = await open(owner.id);
    const confirmation = { status: 302, location: '/admin/confirmation?next=%2Fadmin%2Fstaff' };
    expect(await post(addition, owner, { credential: '' })).toMatchObject(confirmation);
    expect(await post(removal, owner, {}, own?.id)).toMatchObject(confirmation);
    expect(await listPasskeys(product.services, owner.id)).toHaveLength(1);
  });
});

describe('asking the staff for a passkey', () => {
  it('is for an owner who has used one just now, names a day, says why, and is audited', async () => {
    const { owner, key } = await ruled();
    const fields = { graceOn: '2026-11-30', reason: 'After the theft' };
    now = addMs(noon, 16 * minutesMs);
    expect(await post(turnOn, owner, fields)).toMatchObject({
      ...{ status: 422, errors: { form: 'twoFactor.error.unconfirmed' } },
    });
    expect((await post(turnOff, owner, { reason: 'Enough' })).status).toBe(422);
    await confirm(owner, key.sign(await challengeFor(owner)));
    expect((await post(turnOn, owner, { graceOn: 'soon', reason: '' })).errors).toEqual({
      ...{ graceOn: 'twoFactor.error.grace', reason: 'staff.error.reason' },
    });
    expect((await post(turnOn, owner, { ...fields, graceOn: '2027-11-30' })).errors).toEqual({
      graceOn: 'twoFactor.error.graceTooFar',
    });
    expect((await post(turnOn, owner, fields)).location).toBe('/admin/staff?done=confirmation');
    // The day ends in the newsroom's zone, Kyiv.
    const rule = await readConfirmationRule(product.services);
    expect(rule?.graceUntil).toEqual(new Date('2026-11-30T22:00:00Z'));
    const [entry] = await product.services.db
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.action, 'staff.confirmation_required'))
      .orderBy(desc(auditEntries.at))
      .limit(1);
    expect(entry).toMatchObject({
      ...{ actorId: owner.id, reason: 'After the theft' },
      after: { graceUntil: '2026-11-30T22:00:00.000Z' },
    });
    expect((await post(turnOff, owner, { reason: '' })).errors).toEqual({
      reason: 'staff.error.reason',
    });
    expect((await post(turnOff, owner, { reason: 'Enough' })).location).toBe(
      '/admin/staff?done=confirmationEnded',
    );
    expect(await readConfirmationRule(product.services)).toBeNull();
    owner.token = await open(owner.id);
    expect((await viewer(owner)).role).toBe('owner');
  });
});

describe('a lost device', () => {
  it('is answered by another owner, with a reason; all sessions end, and the mailbox is told', async () => {
    const { owner } = await ruled();
    const editor = await member('editor');
    await addKey(editor);
    expect((await post(staffPage, owner, null)).status).toBe(200);
    expect((await post(reset, owner, { reason: '' }, editor.id)).errors).toEqual({
      reason: 'staff.error.reason',
    });
    const why = { reason: 'Phone lost; spoken with her' };
    expect((await post(reset, owner, why, owner.id)).errors).toEqual({
      reason: 'twoFactor.error.own',
    });
    expect((await post(reset, owner, why, editor.id)).location).toBe('/admin/staff?done=reset');
    expect((await post(reset, owner, why, editor.id)).errors).toEqual({
      reason: 'twoFactor.error.none',
    });
    expect((await viewer(editor)).supporter).toBeNull();
    const told = await product.services.db
      .select()
      .from(mails)
      .where(eq(mails.template, 'passkeys-reset'));
    expect(told.map((mail) => mail.recipient)).toContain(editor.email);
    editor.token = await open(editor.id);
    expect((await viewer(editor)).waiting).toEqual({ role: 'editor', step: 'add' });
  });

  it('of the only owner is answered at the server', async () => {
    const { owner } = await ruled();
    const done = await resetPasskeys(product.services, {
      ...{ actorId: null, supporterId: owner.id, reason: 'At the server' },
    });
    expect(done).toEqual({ ok: true, value: { removed: 1 } });
    const nobody = await member(null);
    const refused = await resetPasskeys(product.services, {
      ...{ actorId: null, supporterId: nobody.id, reason: 'At the server' },
    });
    expect(refused).toEqual({ ok: false, reason: 'not_staff' });
  });
});
