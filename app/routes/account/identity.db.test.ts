import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { giftInput, payOnStripe } from '../../../sandbox/testing/gifts.ts';
import { type TestProduct, createTestProduct } from '../../../sandbox/testing/product.ts';
import { payments } from '../../db/schema/ledger.ts';
import { mails } from '../../db/schema/mail.ts';
import { auditEntries, sessions, supporters } from '../../db/schema/supporters.ts';
import { startDonation } from '../../domain/donations/start-donation.server.ts';
import { findOrCreateSupporter } from '../../domain/supporters/find-or-create-supporter.server.ts';
import { grantRole } from '../../domain/supporters/grant-role.server.ts';
import { openSession } from '../../domain/supporters/open-session.server.ts';
import { freshMinutes } from '../../domain/supporters/session.ts';
import { readViewer } from '../../domain/supporters/read-viewer.server.ts';
import type { Role } from '../../domain/supporters/viewer.ts';
import { readPdf } from '../../gateways/pdf/testing/read-pdf.ts';
import { addMs, minutesMs } from '../../kernel/dates.ts';
import { newId } from '../../platform/ids.ts';
import { action as changeByStaff } from '../admin/supporter-email.tsx';
import { action as merge, loader as seeMerge } from '../admin/supporter-merge.tsx';
import { action as askForEmail, loader as seeEmail } from './email.tsx';
import { action as refuse } from './email-change-refusal.ts';
import { action as confirm, loader as seeLink } from './email-change-link.tsx';
import { action as erase } from './erasure.tsx';
import { loader as download } from './export.ts';
import { action as saveProfile, loader as seeProfile } from './profile.tsx';
import { loader as openPdf } from './receipt-pdf.ts';
import { action as endOne } from './sessions-end.ts';
import { action as renew } from './sessions-renewal.tsx';

const noon = new Date('2026-11-22T12:00:00Z');
let later = 0;
let product: TestProduct;
let count = 0;

beforeAll(async () => {
  product = await createTestProduct({
    startsAt: noon,
    clock: { now: () => addMs(new Date(product.stripe.engine.now() * 1_000), later) },
  });
});
afterAll(() => product.close());
beforeEach(() => {
  later = 0;
});

async function newPerson(role: Role | null = null, openedBy: 'mail' | 'checkout' = 'mail') {
  count += 1;
  const email = `someone${count}@example.org`;
  const { services } = product;
  const { supporterId } = await findOrCreateSupporter(services, {
    ...{ email, name: null, locale: 'en', country: null, stripeCustomerId: null },
  });
  if (role) await grantRole(services, { actorId: null, supporterId, role });
  return { id: supporterId, email, cookie: `session=${await signIn(supporterId, openedBy)}` };
}

async function signIn(supporterId: string, openedBy: 'mail' | 'checkout' = 'mail') {
  const { token } = await openSession(product.services, {
    ...{ supporterId, openedBy, userAgent: null, previousToken: null },
  });
  return token;
}

interface Asked {
  readonly cookie?: string;
  readonly params?: Record<string, string>;
  readonly form?: Record<string, string>;
  readonly origin?: string;
}

type Handler = (args: Parameters<typeof download>[0]) => unknown;

/** What a browser would get: the status, where it is led to, and what the page is given. */
async function ask(run: Handler, path: string, { cookie, params, form, origin }: Asked = {}) {
  const request = new Request(`http://localhost:3000${path}`, {
    method: form ? 'POST' : 'GET',
    headers: {
      Cookie: cookie ?? '',
      Origin: origin ?? 'http://localhost:3000',
      'Content-Type': 'application/x-www-form-urlencoded',
    },
    ...(form ? { body: new URLSearchParams(form).toString() } : {}),
  });
  const context = { services: product.services, entryScript: '', clientAddress: '203.0.113.9' };
  const answer = await Promise.resolve()
    .then(() => run({ request, params: params ?? {}, context }))
    .catch((thrown: unknown) => thrown);
  if (answer instanceof Response) {
    const location = answer.headers.get('Location');
    return { status: answer.status, location, headers: answer.headers, data: null, answer };
  }
  if (answer instanceof Error) throw answer;
  const init = hasInit(answer) ? answer : { data: answer, init: null };
  return { status: init.init?.status ?? 200, location: null, data: init.data, answer: null };
}

function hasInit(value: unknown): value is { data: unknown; init: { status?: number } | null } {
  return typeof value === 'object' && value !== null && 'init' in value && 'data' in value;
}

const page = '/account/profile/email';

describe('what concerns everything', () => {
  it('asks for a new sign-in when the last is a while ago, or was none by mail', async () => {
    const person = await newPerson();
    const paid = await newPerson(null, 'checkout');
    const renewal = /^\/uk\/account\/sessions\/renewal\?next=%2Fuk%2Faccount%2F/;
    expect((await ask(seeEmail, page, person)).status).toBe(200);
    for (const [run, path] of [
      [seeEmail, `/uk${page}`],
      [download, '/uk/account/privacy/export.json'],
    ] as const) {
      later = 0;
      expect((await ask(run, path, paid)).location).toMatch(renewal);
      later = freshMinutes * minutesMs;
      expect((await ask(run, path, person)).location).toMatch(renewal);
      expect((await ask(run, path)).location).toMatch(/^\/uk\/sign-in\?next=/);
    }
    const form = { confirmed: 'yes' };
    expect((await ask(erase, '/uk/account/privacy/erasure', { ...person, form })).location).toMatch(
      renewal,
    );
  });

  it('the new sign-in goes to one’s own address, and leads back to a page of ours only', async () => {
    const person = await newPerson();
    const form = { next: 'https://evil.example/' };
    const asked = await ask(renew, '/account/sessions/renewal', { ...person, form });
    expect(asked).toMatchObject({ status: 303, location: '/sign-in/code' });
    const rows = await product.services.db
      .select()
      .from(mails)
      .where(eq(mails.recipient, person.email));
    expect(rows).toMatchObject([{ template: 'sign-in' }]);
  });

  it('refuses a form from another site', async () => {
    const person = await newPerson();
    const from = { ...person, form: { confirmed: 'yes' }, origin: 'https://evil.example' };
    for (const run of [erase, askForEmail, saveProfile, endOne, renew, confirm, refuse]) {
      expect((await ask(run, '/account', from)).status).toBe(403);
    }
  });
});

describe('the form for another address', () => {
  it('gives the same answer for a free address and for somebody else’s', async () => {
    const [person, other] = [await newPerson(), await newPerson()];
    const free = await ask(askForEmail, page, { ...person, form: { email: 'free@example.org' } });
    const seenFree = await ask(seeEmail, page, person);
    const taken = await ask(askForEmail, page, { ...person, form: { email: other.email } });
    const seenTaken = await ask(seeEmail, page, person);
    expect([free.status, free.location]).toEqual([taken.status, taken.location]);
    const shape = (seen: { data: unknown }) =>
      JSON.stringify(seen.data)
        .replaceAll(/"id":"[^"]*"/g, '')
        .replaceAll('free@example.org', 'X')
        .replaceAll(other.email, 'X');
    expect(shape(seenTaken)).toBe(shape(seenFree));
  });

  it('says what is wrong beside the field, keeps what was typed, and has a limit', async () => {
    const person = await newPerson();
    const post = (email: string) => ask(askForEmail, page, { ...person, form: { email } });
    expect(await post('nobody')).toMatchObject({
      status: 422,
      data: { errors: { email: 'account.signIn.emailWrong' }, typed: { email: 'nobody' } },
    });
    expect(await post(person.email)).toMatchObject({
      status: 422,
      data: { errors: { email: 'identity.email.same' } },
    });
    const statuses = [];
    for (let index = 0; index < 7; index += 1) {
      statuses.push((await post(`many${index}@example.org`)).status);
    }
    expect(statuses.at(0)).toBe(303);
    expect(statuses.at(-1)).toBe(429);
  });

  it('a link that never was shows no address, whatever is done with it', async () => {
    const params = { token: 'x'.repeat(43) };
    expect(await ask(seeLink, '/links/email-change/x', { params })).toMatchObject({
      status: 410,
      data: { link: { state: 'unknown', mailbox: null } },
    });
    expect((await ask(confirm, '/links/email-change/x', { params, form: {} })).status).toBe(410);
    expect(await ask(refuse, '/links/email-change/x', { params, form: {} })).toMatchObject({
      status: 303,
      location: `/links/email-change/${params.token}`,
    });
  });
});

describe('name and postal address', () => {
  it('stand on the receipts, and the same data gives the same file', async () => {
    const { services, stripe } = product;
    const given = await startDonation(services, giftInput());
    if (!given.ok) throw new Error('not opened');
    payOnStripe(stripe, given.value.checkoutUrl, { email: 'printed@example.org' });
    await product.settle();
    const [payment] = await services.db
      .select()
      .from(payments)
      .where(eq(payments.sourceId, given.value.donationId));
    const cookie = `session=${await signIn(payment?.supporterId ?? '')}`;
    const pdf = async () => {
      const params = { id: payment?.id ?? '' };
      const { answer } = await ask(openPdf, '/account/payments/x/receipt.pdf', { cookie, params });
      return Buffer.from((await answer?.arrayBuffer()) ?? new ArrayBuffer(0));
    };
    const form = { name: '  Марія   Читачка ', postalAddress: ' 3 River St \r\n\r\n 01001 Kyiv ' };
    expect((await ask(saveProfile, '/account/profile', { cookie, form })).location).toBe(
      '/account/profile?saved',
    );
    expect((await ask(seeProfile, '/account/profile', { cookie })).data).toMatchObject({
      name: 'Марія Читачка',
      postalAddress: '3 River St\n01001 Kyiv',
    });
    const [first, second] = [await pdf(), await pdf()];
    expect(second.equals(first)).toBe(true);
    const text = readPdf(first).pages[0] ?? '';
    for (const line of ['Марія Читачка', '3 River St', '01001 Kyiv']) expect(text).toContain(line);
    await ask(saveProfile, '/account/profile', { cookie, form: { name: '', postalAddress: '' } });
    expect(readPdf(await pdf()).pages[0]).not.toContain('River');
  });

  it('too long is said beside the field', async () => {
    const person = await newPerson();
    const form = { name: 'x'.repeat(201), postalAddress: 'a\n'.repeat(9) };
    expect(await ask(saveProfile, '/account/profile', { ...person, form })).toMatchObject({
      status: 422,
      data: {
        errors: {
          name: 'identity.profile.nameTooLong',
          postalAddress: 'identity.profile.addressTooManyLines',
        },
      },
    });
  });
});

describe('a session', () => {
  it('is ended on another device, by its owner only', async () => {
    const [person, stranger] = [await newPerson(), await newPerson()];
    const elsewhere = await signIn(person.id);
    const { viewer } = await readViewer(product.services, elsewhere);
    const params = { id: viewer.sessionId ?? '' };
    const isOpen = async () =>
      (await readViewer(product.services, elsewhere)).viewer.supporter !== null;
    await ask(endOne, '/account/sessions/x/end', { ...stranger, params, form: {} });
    expect(await isOpen()).toBe(true);
    const ended = await ask(endOne, '/account/sessions/x/end', { ...person, params, form: {} });
    expect(ended.location).toBe('/account/sessions?ended');
    expect(await isOpen()).toBe(false);
    const rows = await product.services.db
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.action, 'session.ended'));
    expect(rows).toMatchObject([{ actorId: person.id }]);
  });
});

describe('the export', () => {
  it('is a file that no cache keeps, and has a limit', async () => {
    const person = await newPerson();
    const { answer, headers } = await ask(download, '/account/privacy/export.json', person);
    expect(headers?.get('Cache-Control')).toBe('private, no-store');
    expect(headers?.get('Content-Type')).toBe('application/json; charset=utf-8');
    expect(headers?.get('Content-Disposition')).toBe(
      'attachment; filename="my-data-2026-11-22.json"',
    );
    expect(JSON.parse((await answer?.text()) ?? '')).toMatchObject({
      format: 'masthead-personal-data',
      version: 1,
      profile: { email: person.email },
    });
    let last: string | null = null;
    for (let index = 0; index < 10; index += 1) {
      last = (await ask(download, '/account/privacy/export.json', person)).location;
    }
    expect(last).toBe('/account/privacy?too-often');
  });
});

describe('the erasure', () => {
  it('needs the tick, then signs out and forgets', async () => {
    const person = await newPerson();
    const at = '/account/privacy/erasure';
    expect(await ask(erase, at, { ...person, form: {} })).toMatchObject({
      status: 422,
      data: { errors: { confirmed: 'identity.erase.confirmMissing' } },
    });
    const done = await ask(erase, at, { ...person, form: { confirmed: 'yes' } });
    expect(done).toMatchObject({ status: 303, location: '/erased' });
    expect(done.headers?.get('Set-Cookie')).toContain('session=;');
    const [row] = await product.services.db
      .select()
      .from(supporters)
      .where(eq(supporters.id, person.id));
    expect(row?.email).toBe(`erased:${person.id}`);
    expect(row?.erasedAt).not.toBeNull();
    const left = await product.services.db
      .select()
      .from(sessions)
      .where(eq(sessions.supporterId, person.id));
    expect(left).toEqual([]);
  });

  it('tells somebody on the staff why not', async () => {
    const editor = await newPerson('editor');
    const form = { confirmed: 'yes' };
    expect(await ask(erase, '/account/privacy/erasure', { ...editor, form })).toMatchObject({
      status: 409,
      data: { reason: 'is_staff' },
    });
  });
});

describe('at the desk', () => {
  it('owners change addresses and merge; for others there is no such page', async () => {
    const [owner, editor, person, twin] = [
      await newPerson('owner'),
      await newPerson('editor'),
      await newPerson(),
      await newPerson(),
    ];
    const params = { id: person.id };
    const path = `/admin/supporters/${person.id}`;
    const asEditor = { cookie: editor.cookie, params };
    const asOwner = { cookie: owner.cookie, params };
    const email = { email: 'desk@example.org', reason: 'Told a receipt' };
    expect((await ask(seeMerge, `${path}/merge`, asEditor)).status).toBe(404);
    for (const run of [changeByStaff, merge]) {
      expect((await ask(run, path, { ...asEditor, form: email })).status).toBe(404);
    }
    expect(await ask(changeByStaff, path, { ...asOwner, form: { email: 'x' } })).toMatchObject({
      status: 422,
      data: { errors: { reason: 'identity.staff.reasonMissing' } },
    });
    expect(
      await ask(changeByStaff, path, { ...asOwner, form: { ...email, email: twin.email } }),
    ).toMatchObject({ status: 422, data: { errors: { email: 'identity.staff.emailTaken' } } });
    expect((await ask(changeByStaff, path, { ...asOwner, form: email })).location).toBe(
      `${path}?done=email`,
    );
    const found = await ask(seeMerge, `${path}/merge?q=${twin.email}`, asOwner);
    expect(found.data).toMatchObject({ found: [{ id: twin.id }], preview: null });
    const seen = await ask(seeMerge, `${path}/merge?with=${twin.id}`, asOwner);
    expect(seen.data).toMatchObject({ preview: { problem: null, merged: { id: twin.id } } });
    const form = { with: twin.id, reason: '' };
    expect((await ask(merge, path, { ...asOwner, form })).status).toBe(422);
    const done = await ask(merge, path, { ...asOwner, form: { ...form, reason: 'One person' } });
    expect(done.location).toBe(`${path}?done=merged`);
    expect(
      (await ask(merge, path, { ...asOwner, form: { with: newId(), reason: 'x' } })).data,
    ).toMatchObject({
      problem: 'not_found',
    });
  });
});
