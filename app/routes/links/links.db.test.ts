import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type TestPatron,
  joinAsPatron,
  offerTiers,
  passDays,
} from '../../../sandbox/testing/patrons.ts';
import { type TestProduct, createTestProduct } from '../../../sandbox/testing/product.ts';
import { mails } from '../../db/schema/mail.ts';
import { memberships } from '../../db/schema/memberships.ts';
import { type MailLinkAct, mailLink } from '../../domain/memberships/mail-link.ts';
import { readMembershipById } from '../../domain/memberships/read-membership.server.ts';
import { readWaitingMail } from '../../jobs/mail/outbox-row.server.ts';
import { prepareMail } from '../../jobs/mail/prepare-mail.server.ts';
import { addDays } from '../../kernel/dates.ts';
import { newId } from '../../platform/ids.ts';
import { action as cancel, loader as openCancel, headers } from './cancellation.tsx';
import { action as goOn, loader as openGoOn } from './continuation.tsx';

let product: TestProduct;
beforeAll(async () => {
  product = await createTestProduct({ startsAt: new Date('2026-03-03T10:00:00Z') });
  await offerTiers(product);
});
afterAll(() => product.close());

/** The token of a link; `parts` say what is different about it. */
function tokenFor(
  { membershipId }: Pick<TestPatron, 'membershipId'>,
  act: MailLinkAct,
  parts: { secret?: string; now?: Date } = {},
): string {
  const { env, clock } = product.services;
  const link = mailLink(parts.secret ?? env.appSecret, {
    ...{ act, membershipId, appUrl: env.appUrl, locale: 'en' },
    now: parts.now ?? clock.now(),
  });
  return link.split('/').at(-1) ?? '';
}

type Act = 'cancellation' | 'continuation';
const loaders = { cancellation: openCancel, continuation: openGoOn };
const actions = { cancellation: cancel, continuation: goOn };

function argsFor(act: Act, token: string, init: RequestInit = {}) {
  const { services } = product;
  return {
    request: new Request(`${services.env.appUrl}/links/${act}/${token}`, init),
    params: { token },
    context: { services, entryScript: '', clientAddress: '203.0.113.7' },
  };
}

async function open(act: Act, token: string) {
  const { data, init } = await loaders[act](argsFor(act, token));
  return { view: data, status: init?.status ?? 200 };
}

async function press(act: Act, token: string, fields: Record<string, string> = {}) {
  const answer = await actions[act](
    argsFor(act, token, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/x-www-form-urlencoded',
        Origin: product.services.env.appUrl,
      },
      body: new URLSearchParams(fields).toString(),
    }),
  );
  await product.settle();
  if (answer instanceof Response) {
    return { status: answer.status, to: answer.headers.get('Location'), said: null };
  }
  if (!('init' in answer)) throw new Error('an answer of a kind that the routes do not give');
  return { status: answer.init?.status ?? 200, to: null, said: answer.data };
}

async function rowOf({ membershipId }: TestPatron) {
  const { db } = product.services;
  const [row] = await db.select().from(memberships).where(eq(memberships.id, membershipId));
  if (!row) throw new Error('no membership');
  return row;
}

/** The mails that wait for somebody, as they would be sent. */
async function mailsTo(email: string, template: string) {
  const rows = await product.services.db.select().from(mails).where(eq(mails.recipient, email));
  const texts = [];
  for (const { id, template: one } of rows) {
    if (one !== template) continue;
    const waiting = await readWaitingMail(product.services, id);
    const prepared = waiting && (await prepareMail(product.services, waiting));
    texts.push(prepared?.ok ? prepared.value.text : `not sent: ${prepared?.reason ?? 'gone'}`);
  }
  return texts;
}
const linkIn = (text: string, act: Act) =>
  new RegExp(`/links/${act}/(\\S+)`).exec(text)?.[1] ?? `no link in ${text}`;

describe('the links of mails', () => {
  it('end a membership from the receipt and take that back from the confirmation, without signing in', async () => {
    const patron = await joinAsPatron(product, { email: 'mails@example.org', amountMinor: 1000 });
    const [receipt = ''] = await mailsTo(patron.email, 'receipt');
    const token = linkIn(receipt, 'cancellation');
    const before = await rowOf(patron);
    const { view, status } = await open('cancellation', token);
    expect(status).toBe(200);
    expect(JSON.stringify(view)).not.toContain(patron.email);
    expect(JSON.stringify(view)).not.toContain(patron.supporterId);
    expect(view).toMatchObject({
      linked: { tierName: { en: 'patron' }, ending: { state: 'going_on', endsNow: false } },
    });
    expect(await rowOf(patron)).toEqual(before);

    const done = await press('cancellation', token, { reason: 'break', note: ' a long trip ' });
    expect(done).toMatchObject({ status: 303, to: `/links/cancellation/${token}` });
    expect(await rowOf(patron)).toMatchObject({
      cancelAt: before.currentPeriodEnd,
      cancelReason: 'break: a long trip',
    });
    expect((await open('cancellation', token)).view).toMatchObject({
      linked: { ending: { state: 'ending' } },
    });
    expect((await press('cancellation', token)).status).toBe(303);
    const confirmed = await mailsTo(patron.email, 'cancellation-scheduled');
    expect(confirmed).toHaveLength(1);

    const back = linkIn(confirmed[0] ?? '', 'continuation');
    expect((await open('continuation', back)).view).toMatchObject({
      linked: { ending: { state: 'ending' } },
    });
    expect((await press('continuation', back)).status).toBe(303);
    expect((await press('continuation', back)).status).toBe(303);
    expect(await rowOf(patron)).toMatchObject({ cancelAt: null, cancelReason: null });
    const undone = await mailsTo(patron.email, 'cancellation-undone');
    expect(undone).toHaveLength(1);
    expect(undone[0]).toContain('The next charge is €10 on 3 April 2026.');
    linkIn(undone[0] ?? '', 'cancellation');
    // What was confirmed before it was taken back is not said any more.
    expect(await mailsTo(patron.email, 'cancellation-scheduled')).toEqual(['not sent: too_late']);
  });

  it('do nothing but what they were made for, for nobody else, and not for ever', async () => {
    const patron = await joinAsPatron(product, { email: 'abuse@example.org', amountMinor: 1000 });
    const now = product.services.clock.now();
    const good = tokenFor(patron, 'cancellation');
    const wrong = [
      ['for another act', tokenFor(patron, 'continuation'), 404],
      ['for the card', tokenFor(patron, 'card'), 404],
      ['of another secret', tokenFor(patron, 'cancellation', { secret: 'y'.repeat(64) }), 404],
      ['changed by a letter', `${good.slice(0, -1)}${good.endsWith('A') ? 'B' : 'A'}`, 404],
      ['cut short', good.slice(0, 20), 404],
      ['empty', '', 404],
      ['too old', tokenFor(patron, 'cancellation', { now: addDays(now, -61) }), 410],
      ['for nobody', tokenFor({ membershipId: newId() }, 'cancellation'), 404],
    ] as const;
    for (const [name, token, status] of wrong) {
      expect((await open('cancellation', token)).status, name).toBe(status);
      if (name !== 'for nobody')
        expect((await press('cancellation', token)).status, name).toBe(status);
    }
    expect((await open('continuation', good)).status).toBe(404);
    expect(await rowOf(patron)).toMatchObject({ cancelAt: null });
    expect(await mailsTo(patron.email, 'cancellation-scheduled')).toEqual([]);
    const said = headers({} as Parameters<typeof headers>[0]);
    expect(said).toEqual({
      'Cache-Control': 'private, no-store',
      'Referrer-Policy': 'same-origin',
    });
  });

  it('keep what was typed when a note is too long, and refuse forms of other sites', async () => {
    const patron = await joinAsPatron(product, { email: 'long@example.org', amountMinor: 1000 });
    const token = tokenFor(patron, 'cancellation');
    const note = 'x'.repeat(501);
    expect(await press('cancellation', token, { reason: 'other', note })).toMatchObject({
      status: 422,
      said: {
        errors: { note: 'account.cancel.noteTooLong' },
        typed: { reason: 'other', note },
      },
    });
    const foreign = argsFor('cancellation', token, {
      method: 'POST',
      headers: { Origin: 'https://elsewhere.example' },
    });
    await expect(cancel(foreign)).rejects.toMatchObject({ status: 403 });
    expect(await rowOf(patron)).toMatchObject({ cancelAt: null });
  });

  it('say that it has ended, once it has, and the mail of the end says the way back', async () => {
    const patron = await joinAsPatron(product, { email: 'over@example.org', amountMinor: 1000 });
    await press('cancellation', tokenFor(patron, 'cancellation'));
    await passDays(product, 32);
    const ended = { linked: { ending: { state: 'ended' } } };
    for (const act of ['cancellation', 'continuation'] as const) {
      const token = tokenFor(patron, act);
      expect((await press(act, token)).status).toBe(303);
      expect((await open(act, token)).view).toMatchObject(ended);
    }
    const [mail = ''] = await mailsTo(patron.email, 'membership-ended');
    expect(mail).toContain('ended on 3 April 2026');
    expect(mail).toContain('/account/membership');
    const found = await readMembershipById(product.services, patron.membershipId);
    expect(found?.membership.status).toBe('canceled');
    // Of what has ended there is nothing to end: its receipt, sent again, has no such link.
    const [receipt = ''] = await mailsTo(patron.email, 'receipt');
    expect(receipt).not.toContain('/links/');
  });

  it('stop after many changes in a short while', async () => {
    const patron = await joinAsPatron(product, { email: 'often@example.org', amountMinor: 1000 });
    const tokens = {
      cancellation: tokenFor(patron, 'cancellation'),
      continuation: tokenFor(patron, 'continuation'),
    };
    const statuses = [];
    for (let round = 0; round < 7; round += 1) {
      for (const act of ['cancellation', 'continuation'] as const)
        statuses.push((await press(act, tokens[act])).status);
    }
    expect(statuses.slice(0, 12)).toEqual(Array.from({ length: 12 }, () => 303));
    expect(statuses.slice(12)).toEqual([429, 429]);
  });
});
