import { and, eq, like } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestProduct, createTestProduct } from '../../../../sandbox/testing/product.ts';
import { mails } from '../../../db/schema/mail.ts';
import { auditEntries, emailChanges, sessions, supporters } from '../../../db/schema/supporters.ts';
import type { OutgoingMail } from '../../../gateways/email/smtp.server.ts';
import { sendMail } from '../../../jobs/send-mail.server.ts';
import { addMs, hoursMs } from '../../../kernel/dates.ts';
import { findOrCreateSupporter } from '../find-or-create-supporter.server.ts';
import { openSession } from '../open-session.server.ts';
import { readViewer } from '../read-viewer.server.ts';
import { cancelEmailChange } from './cancel-email-change.server.ts';
import { changeEmailByStaff } from './change-email-by-staff.server.ts';
import { confirmEmailChange, refuseEmailChange } from './confirm-email-change.server.ts';
import { emailChangeMs } from './email-change.ts';
import { readEmailChangeLink, readOpenEmailChange } from './read-email-change.server.ts';
import { requestEmailChange } from './request-email-change.server.ts';
import { resendEmailChange } from './resend-email-change.server.ts';

const noon = new Date('2026-11-22T12:00:00Z');
let now = noon;
let product: TestProduct;
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
  readonly token: string;
  readonly sessionId: string;
}

async function newPerson(): Promise<Person> {
  count += 1;
  const email = `mover${count}@example.org`;
  const { services } = product;
  const { supporterId } = await findOrCreateSupporter(services, {
    ...{ email, name: 'Anna', locale: 'en', country: null },
    stripeCustomerId: `cus_${count}`,
  });
  const token = await signIn(supporterId);
  const { viewer } = await readViewer(services, token);
  return { id: supporterId, email, token, sessionId: viewer.sessionId ?? '' };
}

async function signIn(supporterId: string): Promise<string> {
  const { token } = await openSession(product.services, {
    ...{ supporterId, openedBy: 'mail', userAgent: null, previousToken: null },
  });
  return token;
}

const request = (person: Person, newEmail: string) =>
  requestEmailChange(product.services, {
    ...{ supporterId: person.id, sessionId: person.sessionId, newEmail, locale: 'en' },
  });

/** Sends what waits for an address, and answers the newest of it. */
async function mailTo(recipient: string, template: string): Promise<OutgoingMail | null> {
  const handed: OutgoingMail[] = [];
  const smtp = {
    send: async (mail: OutgoingMail) => {
      handed.push(mail);
      return { outcome: 'sent' } as const;
    },
    close: () => undefined,
  };
  const rows = await product.services.db
    .select()
    .from(mails)
    .where(and(eq(mails.recipient, recipient), eq(mails.template, template)));
  for (const { id } of rows) await sendMail({ ...product.services, smtp }, { mailId: id });
  return handed.at(-1) ?? null;
}

const tokenIn = (mail: OutgoingMail | null) =>
  /\/links\/email-change\/([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? '';

async function bothTokens(person: Person, newEmail: string) {
  await request(person, newEmail);
  return {
    old: tokenIn(await mailTo(person.email, 'email-change-old')),
    new: tokenIn(await mailTo(newEmail, 'email-change-new')),
  };
}

const emailOf = async (id: string) =>
  (await product.services.db.select().from(supporters).where(eq(supporters.id, id)))[0]?.email;
const confirm = (token: string) => confirmEmailChange(product.services, token);

describe('a change of address', () => {
  it('comes true when both mailboxes have agreed, and signs out everywhere else', async () => {
    const person = await newPerson();
    const elsewhere = await signIn(person.id);
    const tokens = await bothTokens(person, 'Anna.New@Example.org ');
    expect(tokens.old).not.toBe('');
    const wished = 'anna.new@example.org';
    const newToken = tokenIn(await mailTo(wished, 'email-change-new'));
    const token = newToken || tokens.new;
    expect(await confirm(tokens.old)).toEqual({ ok: true, value: 'waiting' });
    expect(await confirm(tokens.old)).toEqual({ ok: true, value: 'waiting' });
    expect(await emailOf(person.id)).toBe(person.email);
    expect(await confirm(token)).toEqual({ ok: true, value: 'done' });
    expect(await emailOf(person.id)).toBe(wished);
    const { viewer } = await readViewer(product.services, person.token);
    expect(viewer.supporter?.email).toBe(wished);
    expect((await readViewer(product.services, elsewhere)).viewer.supporter).toBeNull();
    const told = await product.services.db
      .select()
      .from(mails)
      .where(eq(mails.template, 'email-changed'));
    expect(told.map(({ recipient }) => recipient).sort()).toEqual([wished, person.email].sort());
    const kinds = await product.services.db
      .select({ action: auditEntries.action })
      .from(auditEntries)
      .where(eq(auditEntries.subjectId, person.id));
    expect(kinds.map(({ action }) => action)).toEqual(['email.change_requested', 'email.changed']);
    expect(await readEmailChangeLink(product.services, token)).toMatchObject({ state: 'done' });
  });

  it('comes true once when both press at the same moment', async () => {
    const person = await newPerson();
    const tokens = await bothTokens(person, 'race@example.org');
    const answers = await Promise.all([
      confirm(tokens.old),
      confirm(tokens.new),
      confirm(tokens.new),
      confirm(tokens.old),
    ]);
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(await emailOf(person.id)).toBe('race@example.org');
    const entries = await product.services.db
      .select()
      .from(auditEntries)
      .where(and(eq(auditEntries.subjectId, person.id), eq(auditEntries.action, 'email.changed')));
    expect(entries).toHaveLength(1);
  });

  it('is stopped by either mailbox, and by its owner', async () => {
    const person = await newPerson();
    const first = await bothTokens(person, 'stopped@example.org');
    expect(await refuseEmailChange(product.services, first.old)).toMatchObject({ ok: true });
    expect(await confirm(first.new)).toEqual({ ok: false, reason: 'ended' });
    const second = await bothTokens(person, 'called-off@example.org');
    await cancelEmailChange(product.services, person.id);
    expect(await readOpenEmailChange(product.services, person.id)).toBeNull();
    expect(await confirm(second.new)).toEqual({ ok: false, reason: 'ended' });
    expect(await emailOf(person.id)).toBe(person.email);
  });

  it('is replaced by a newer wish, and dies of age', async () => {
    const person = await newPerson();
    const first = await bothTokens(person, 'first-wish@example.org');
    const second = await bothTokens(person, 'second-wish@example.org');
    expect(await confirm(first.new)).toEqual({ ok: false, reason: 'ended' });
    await confirm(second.old);
    now = addMs(noon, emailChangeMs);
    expect(await confirm(second.new)).toEqual({ ok: false, reason: 'expired' });
    expect(await readOpenEmailChange(product.services, person.id)).toBeNull();
    expect(await emailOf(person.id)).toBe(person.email);
  });

  it('knows no forged, cut or borrowed token', async () => {
    const person = await newPerson();
    const { old } = await bothTokens(person, 'forged@example.org');
    for (const token of ['', 'x', old.slice(0, -1), `${old}x`, 'null', "' or 1=1 --"]) {
      expect(await confirm(token), token).toEqual({ ok: false, reason: 'unknown' });
      expect(await refuseEmailChange(product.services, token)).toMatchObject({ ok: false });
      expect(await readEmailChangeLink(product.services, token)).toBeNull();
    }
    const rows = await product.services.db
      .select()
      .from(emailChanges)
      .where(eq(emailChanges.supporterId, person.id));
    expect(JSON.stringify(rows)).not.toContain(old);
  });

  it('mails again what was not confirmed; the earlier links die', async () => {
    const person = await newPerson();
    const first = await bothTokens(person, 'again@example.org');
    now = addMs(noon, hoursMs);
    expect(await resendEmailChange(product.services, person.id)).toBe(true);
    expect(await resendEmailChange(product.services, person.id)).toBe(true);
    const again = await product.services.db
      .select()
      .from(mails)
      .where(and(eq(mails.recipient, 'again@example.org'), like(mails.subjectId, '%@2026%')));
    expect(again).toHaveLength(1);
    const second = tokenIn(await mailTo('again@example.org', 'email-change-new'));
    expect(await confirm(first.new)).toEqual({ ok: false, reason: 'unknown' });
    expect(await confirm(second)).toEqual({ ok: true, value: 'waiting' });
  });

  it('to the address that it is already is refused', async () => {
    const person = await newPerson();
    expect(await request(person, person.email.toUpperCase())).toEqual({
      ok: false,
      reason: 'same_address',
    });
  });
});

describe('an address that somebody else has', () => {
  it('is asked for with the same answers; its mailbox is told, and nothing comes of it', async () => {
    const [person, other] = [await newPerson(), await newPerson()];
    expect((await request(person, other.email)).ok).toBe(true);
    expect((await readOpenEmailChange(product.services, person.id))?.newEmail).toBe(other.email);
    const told = await mailTo(other.email, 'email-change-new');
    expect(tokenIn(told)).toBe('');
    expect(told?.text).toContain('has an account here already');
    expect(told?.text).not.toContain(person.email);
    const old = tokenIn(await mailTo(person.email, 'email-change-old'));
    expect(await confirm(old)).toEqual({ ok: true, value: 'waiting' });
    expect(await emailOf(other.id)).toBe(other.email);
  });

  it('since the mails went out voids the change', async () => {
    const person = await newPerson();
    const tokens = await bothTokens(person, 'late@example.org');
    await findOrCreateSupporter(product.services, {
      ...{ email: 'late@example.org', name: null, locale: 'en', country: null },
      stripeCustomerId: null,
    });
    await confirm(tokens.old);
    expect(await confirm(tokens.new)).toEqual({ ok: false, reason: 'ended' });
    expect(await emailOf(person.id)).toBe(person.email);
  });
});

describe('the staff', () => {
  it('change an address whose mailbox is lost, with a reason, and both mailboxes are told', async () => {
    const [person, owner] = [await newPerson(), await newPerson()];
    const by = { supporterId: person.id, reason: 'Told a receipt number', actorId: owner.id };
    const change = (newEmail: string) => changeEmailByStaff(product.services, { ...by, newEmail });
    expect(await change(owner.email)).toEqual({ ok: false, reason: 'taken' });
    expect(await change(person.email)).toEqual({ ok: false, reason: 'same_address' });
    expect(await change('found@example.org')).toEqual({ ok: true, value: null });
    expect(await emailOf(person.id)).toBe('found@example.org');
    const open = await product.services.db
      .select()
      .from(sessions)
      .where(eq(sessions.supporterId, person.id));
    expect(open.every(({ expiresAt }) => expiresAt <= now)).toBe(true);
    expect((await mailTo(person.email, 'email-changed'))?.text).toContain('write to');
    const [entry] = await product.services.db
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.action, 'email.changed_by_staff'));
    expect(entry).toMatchObject({ actorId: owner.id, detail: { reason: by.reason } });
  });
});
