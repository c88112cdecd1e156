import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { and, desc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestProduct, createTestProduct } from '../../../sandbox/testing/product.ts';
import { mails } from '../../db/schema/mail.ts';
import { notes } from '../../db/schema/notes.ts';
import { auditEntries } from '../../db/schema/supporters.ts';
import { listNotes } from '../../domain/notes/list-notes.server.ts';
import { sendMailAgain } from '../../domain/outbox/send-mail-again.server.ts';
import { eraseSupporter } from '../../domain/privacy/erase-supporter.server.ts';
import { exportEverything } from '../../domain/privacy/export-everything.server.ts';
import { mergeSupporters } from '../../domain/privacy/merge-supporters.server.ts';
import { readTimeline } from '../../domain/reports/timeline/read-timeline.server.ts';
import {
  type EventSort,
  type TimelineEvent,
  eventSorts,
} from '../../domain/reports/timeline/timeline.ts';
import { findOrCreateSupporter } from '../../domain/supporters/find-or-create-supporter.server.ts';
import { grantRole } from '../../domain/supporters/grant-role.server.ts';
import { openSession } from '../../domain/supporters/open-session.server.ts';
import { addDays } from '../../kernel/dates.ts';
import { newId } from '../../platform/ids.ts';
import { action as eraseByStaff } from './supporter-erasure.tsx';
import { action as sendAgain } from './supporter-mail.tsx';
import { action as takeNote } from './supporter-notes.tsx';

type Handler = (args: ActionFunctionArgs & LoaderFunctionArgs) => Promise<unknown>;

let product: TestProduct;
let editorId = '';
let cookie = '';

async function person(email: string): Promise<string> {
  const { supporterId } = await findOrCreateSupporter(product.services, {
    ...{ email, name: null, locale: 'en', country: null, stripeCustomerId: null },
  });
  return supporterId;
}

beforeAll(async () => {
  product = await createTestProduct();
  const { services } = product;
  editorId = await person('editor@desk.example');
  await grantRole(services, { actorId: null, supporterId: editorId, role: 'editor' });
  const { token } = await openSession(services, {
    ...{ supporterId: editorId, openedBy: 'mail', userAgent: null, previousToken: null },
  });
  cookie = `session=${token}`;
});
afterAll(() => product.close());

async function post(handler: Handler, params: Record<string, string>, fields: object) {
  const request = new Request('http://localhost:3000/admin/supporters', {
    headers: { Cookie: cookie, Origin: 'http://localhost:3000' },
    ...{ method: 'POST', body: new URLSearchParams(Object.entries(fields)) },
  });
  const context = { services: product.services, entryScript: '', clientAddress: '203.0.113.9' };
  const answer = await handler({ request, params, context }).catch((thrown: unknown) => thrown);
  if (answer instanceof Response) {
    return { status: answer.status, location: answer.headers.get('Location'), said: null };
  }
  if (answer instanceof Error) throw answer;
  const said = answer as { data: { errors: unknown; typed: unknown }; init?: { status: number } };
  return { status: said.init?.status ?? 200, location: null, said: said.data };
}

const newestAudit = async () =>
  (
    await product.services.db.select().from(auditEntries).orderBy(desc(auditEntries.at)).limit(1)
  )[0];

describe('notes on somebody', () => {
  it('are kept, said with their author, and not in the log', async () => {
    const id = await person('noted@example.org');
    const empty = await post(takeNote, { id }, { words: '   ' });
    expect(empty).toMatchObject({
      ...{ status: 422, said: { errors: { words: 'supporterActs.noteMissing' } } },
    });
    const long = await post(takeNote, { id }, { words: 'x'.repeat(2_001) });
    expect(long).toMatchObject({ status: 422, said: { typed: { words: 'x'.repeat(2_001) } } });
    const kept = await post(takeNote, { id }, { words: 'Rang on Monday.\n<b>Prefers</b> post.' });
    expect(kept).toMatchObject({ status: 303, location: `/admin/supporters/${id}?done=noted` });
    const list = await listNotes(product.services, { supporterId: id, before: null, limit: 5 });
    expect(list).toMatchObject([
      { words: 'Rang on Monday.\n<b>Prefers</b> post.', author: 'editor@desk.example' },
    ]);
    const entry = await newestAudit();
    expect(entry).toMatchObject({ action: 'supporter.noted', actorId: editorId, subjectId: id });
    expect(JSON.stringify(entry)).not.toContain('Monday');
  });

  it('are in the person’s own copy, go along in a merge, and go with the person', async () => {
    const { services } = product;
    const [kept, merged] = [await person('kept@example.org'), await person('merged@example.org')];
    await post(takeNote, { id: merged }, { words: 'Has two addresses.' });
    const done = await mergeSupporters(services, {
      ...{ keptId: kept, mergedId: merged, actorId: editorId, reason: 'The same.' },
    });
    expect(done.ok).toBe(true);
    expect(await post(takeNote, { id: merged }, { words: 'Too late.' })).toMatchObject({
      status: 404,
    });
    const copy = await exportEverything(services, kept);
    expect(copy.notes).toMatchObject([{ words: 'Has two addresses.' }]);
    expect((await eraseSupporter(services, { supporterId: kept, locale: 'en' })).ok).toBe(true);
    expect(await services.db.$count(notes, eq(notes.supporterId, kept))).toBe(0);
    expect(await post(takeNote, { id: kept }, { words: 'Gone.' })).toMatchObject({ status: 404 });
  });
});

describe('an erasure by the staff', () => {
  const erase = (id: string, fields: object) => post(eraseByStaff, { id }, fields);

  it('asks for the address and why, is done once, and the log says by whom', async () => {
    const { services } = product;
    const ownerId = await person('owner@desk.example');
    await grantRole(services, { actorId: null, supporterId: ownerId, role: 'owner' });
    const { token } = await openSession(services, {
      ...{ supporterId: ownerId, openedBy: 'mail', userAgent: null, previousToken: null },
    });
    const editors = cookie;
    const id = await person('leaves@example.org');
    expect((await erase(id, { email: 'leaves@example.org', reason: 'Asked.' })).status).toBe(404);
    cookie = `session=${token}`;
    try {
      expect(await erase(id, { email: 'leave@example.org', reason: '' })).toMatchObject({
        ...{ status: 422, said: { errors: { reason: 'deskSupporter.error.why' } } },
      });
      expect(await erase(id, { email: 'leave@example.org', reason: 'Asked.' })).toMatchObject({
        status: 422,
        said: {
          errors: { email: 'staffErasure.error.email' },
          typed: { email: 'leave@example.org', reason: 'Asked.' },
        },
      });
      const done = await erase(id, { email: ' Leaves@Example.org ', reason: 'Asked by letter.' });
      expect(done).toMatchObject({ status: 303, location: `/admin/supporters/${id}` });
      expect(await newestAudit()).toMatchObject({
        ...{ action: 'supporter.erased', actorId: ownerId, subjectId: id },
        reason: 'Asked by letter.',
      });
      expect((await erase(id, { email: 'leaves@example.org', reason: 'Again.' })).status).toBe(404);
      expect(await erase(ownerId, { email: 'owner@desk.example', reason: 'Me.' })).toMatchObject({
        ...{ status: 409, said: { errors: { email: 'staffErasure.error.is_staff' } } },
      });
    } finally {
      cookie = editors;
    }
  });
});

describe('a mail that goes out again', () => {
  const waiting = (recipient: string) =>
    product.services.db
      .select()
      .from(mails)
      .where(and(eq(mails.recipient, recipient), eq(mails.template, 'receipt')))
      .orderBy(desc(mails.createdAt));

  async function mailTo(recipient: string, parts: Partial<typeof mails.$inferInsert> = {}) {
    const id = newId();
    await product.services.db.insert(mails).values({
      ...{ id, template: 'receipt', subjectId: newId(), recipient, locale: 'uk', status: 'sent' },
      ...{ createdAt: addDays(product.services.clock.now(), -3), ...parts },
    });
    return id;
  }

  it('is a mail of its own about the same row, asks why, and is in the log', async () => {
    const id = await person('again@example.org');
    const mail = await mailTo('again@example.org', { subjectId: 'p1@202611220900' });
    const silent = await post(sendAgain, { id, mail }, { reason: '' });
    expect(silent).toMatchObject({
      ...{ status: 422, said: { errors: { reason: 'deskSupporter.error.why' } } },
    });
    const sent = await post(sendAgain, { id, mail }, { reason: 'Lost it.' });
    expect(sent).toMatchObject({ status: 303, location: `/admin/supporters/${id}?done=mailed` });
    const [again] = await waiting('again@example.org');
    expect(again).toMatchObject({ subjectId: 'p1@202611220900#1', locale: 'uk' });
    expect(await newestAudit()).toMatchObject({
      ...{ action: 'mail.sent_again', subjectId: id, reason: 'Lost it.' },
      detail: { template: 'receipt' },
    });
  });

  it('goes three times a day at most, and not while one waits', async () => {
    const supporterId = await person('often@example.org');
    const mailId = await mailTo('often@example.org');
    const send = () =>
      sendMailAgain(product.services, { actorId: editorId, supporterId, mailId, reason: 'Why' });
    const both = await Promise.all([send(), send()]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ reason: 'not_ended' });
    const over = () =>
      product.services.db
        .update(mails)
        .set({ status: 'sent' })
        .where(eq(mails.recipient, 'often@example.org'));
    for (const expected of [true, true, false]) {
      await over();
      expect((await send()).ok).toBe(expected);
    }
    expect(await send()).toEqual({ ok: false, reason: 'too_often' });
    expect(await waiting('often@example.org')).toHaveLength(4);
  });

  it('is none that lets somebody in, that still waits, or that went to another', async () => {
    const id = await person('careful@example.org');
    const other = await person('other@example.org');
    const secret = await mailTo('careful@example.org', { template: 'sign-in' });
    const queued = await mailTo('careful@example.org', { status: 'queued' });
    const theirs = await mailTo('careful@example.org');
    for (const [to, mail] of [
      [id, secret],
      [id, queued],
      [other, theirs],
      [id, 'not-an-id'],
    ]) {
      const answer = await post(sendAgain, { id: to ?? '', mail: mail ?? '' }, { reason: 'Why' });
      expect(answer.status).toBe(404);
    }
  });
});

describe('what happened with somebody', () => {
  const whatOf: Record<EventSort, readonly TimelineEvent['what'][]> = {
    payments: ['payment', 'order'],
    membership: ['membership'],
    mails: ['mail'],
    sign_ins: ['sign_in'],
    notes: ['note'],
    acts: ['act'],
  };

  it('is read by pages, each event once, and by kind', async () => {
    const supporterId = await person('story@example.org');
    const { services } = product;
    const now = services.clock.now();
    for (let i = 0; i < 12; i += 1) {
      const at = addDays(now, -i);
      await services.db.insert(notes).values({
        ...{ id: newId(), supporterId, authorId: editorId, words: `note ${i}`, at },
      });
      await services.db.insert(mails).values({
        ...{ id: newId(), template: 'receipt', subjectId: newId(), locale: 'en', status: 'sent' },
        // Two in one instant, on the edge of a page as well.
        ...{ recipient: 'story@example.org', createdAt: at },
      });
    }
    await openSession(services, {
      ...{ supporterId, openedBy: 'passkey', userAgent: null, previousToken: null },
    });
    const read = async (sort: EventSort | null, limit: number) => {
      const events: TimelineEvent[] = [];
      let before: Date | null = null;
      do {
        const page = await readTimeline(services, {
          ...{ supporterId, email: 'story@example.org', limit },
          question: { sort, before },
        });
        events.push(...page.events);
        before = page.next;
      } while (before);
      return events;
    };
    const whole = await read(null, 500);
    expect(whole).toHaveLength(25);
    for (const limit of [1, 3, 7]) expect(await read(null, limit)).toEqual(whole);
    for (const sort of eventSorts) {
      expect(await read(sort, 5)).toEqual(whole.filter(({ what }) => whatOf[sort].includes(what)));
    }
  });
});
