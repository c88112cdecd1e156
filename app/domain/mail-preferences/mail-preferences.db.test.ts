import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestProduct, createTestProduct } from '../../../sandbox/testing/product.ts';
import { mails, mutedMailTopics } from '../../db/schema/mail.ts';
import { sendMail } from '../../jobs/send-mail.server.ts';
import { hashAddress } from '../../platform/address-hash.ts';
import { newId } from '../../platform/ids.ts';
import { action as saveInAccount, loader as readInAccount } from '../../routes/account/mail.tsx';
import { action as oneClick, loader as openOneClick } from '../../routes/endpoints/unsubscribe.ts';
import { action as saveByLink, loader as readByLink } from '../../routes/links/mail.tsx';
import { mailTemplates, topicOf } from '../ports/mail.ts';
import { findOrCreateSupporter } from '../supporters/find-or-create-supporter.server.ts';
import { openSession } from '../supporters/open-session.server.ts';
import { carryMailPreferences } from './carry-mail-preferences.server.ts';
import { preferencesToken } from './preferences-link.ts';
import { readMailPreferences } from './read-mail-preferences.server.ts';
import { saveMailPreferences } from './save-mail-preferences.server.ts';

const reminder = mailTemplates.find((template) => topicOf[template] === 'reminders') ?? 'sign-in';
let product: TestProduct;

beforeAll(async () => {
  product = await createTestProduct();
});
afterAll(() => product.close());

const want = (email: string) => readMailPreferences(product.services, hashAddress(email));
const context = () => ({
  services: product.services,
  entryScript: '',
  clientAddress: '203.0.113.9',
});

function tokenFor(email: string, topic: 'reminders' | 'invitations' = 'reminders') {
  const { env } = product.services;
  return preferencesToken(env.appSecret, { addressHash: hashAddress(email), topic });
}

function post(path: string, body: string, headers: Record<string, string> = {}): Request {
  return new Request(`http://localhost:3000${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
    body,
  });
}

async function queue(recipient: string, template: typeof reminder = reminder) {
  const { db, mail } = product.services;
  const subjectId = newId();
  const answer = await mail.queue(db, { template, subjectId, recipient, locale: 'en' });
  const [row] = await db.select().from(mails).where(eq(mails.subjectId, subjectId));
  return { answer, id: row?.id ?? '', status: row?.status, subjectId };
}

async function mute(email: string) {
  await saveMailPreferences(product.services, {
    addressHash: hashAddress(email),
    wanted: { reminders: false, invitations: true },
    source: 'account',
  });
}

describe('a topic that somebody does not want', () => {
  it('is not queued, and not sent later either when they want it again', async () => {
    await mute('quiet@example.org');
    const asked = await queue('quiet@example.org');
    expect(asked).toMatchObject({ answer: 'muted', status: 'muted' });
    await saveMailPreferences(product.services, {
      addressHash: hashAddress('quiet@example.org'),
      wanted: { reminders: true, invitations: true },
      source: 'account',
    });
    const { db, mail } = product.services;
    const again = { template: reminder, subjectId: asked.subjectId, locale: 'en' } as const;
    expect(await mail.queue(db, { ...again, recipient: 'quiet@example.org' })).toBe(
      'already_queued',
    );
  });

  it('is not sent when they said so after it was queued', async () => {
    const waiting = await queue('later@example.org');
    expect(waiting.answer).toBe('queued');
    await mute('later@example.org');
    const send = () => Promise.reject(new Error('it was sent'));
    const smtp = { send, close: () => undefined };
    await sendMail({ ...product.services, smtp }, { mailId: waiting.id });
    const [row] = await product.services.db.select().from(mails).where(eq(mails.id, waiting.id));
    expect(row).toMatchObject({ status: 'muted', attempts: 0 });
  });

  it('does not keep back what everybody gets', async () => {
    await mute('essential@example.org');
    expect((await queue('essential@example.org', 'receipt')).answer).toBe('queued');
  });

  it('goes with them to another address, and the old one keeps its own', async () => {
    await mute('old@example.org');
    await carryMailPreferences(product.services, {
      from: 'old@example.org',
      to: 'New@example.org',
    });
    expect(await want('new@example.org')).toEqual({ reminders: false, invitations: true });
    expect(await want('old@example.org')).toEqual({ reminders: false, invitations: true });
  });
});

describe('in the account', () => {
  it('each kind can be ended and begun again', async () => {
    const { services } = product;
    const email = 'account@example.org';
    const { supporterId } = await findOrCreateSupporter(services, {
      ...{ email, name: null, locale: 'en', country: null, stripeCustomerId: null },
    });
    const { token } = await openSession(services, {
      ...{ supporterId, openedBy: 'mail', userAgent: null, previousToken: null },
    });
    const headers = { Cookie: `session=${token}`, 'Sec-Fetch-Site': 'same-origin' };
    const send = (body: string) =>
      saveInAccount({
        request: post('/account/mail', body, headers),
        params: {},
        context: context(),
      });
    await send('reminders=yes');
    expect(await want(email)).toEqual({ reminders: true, invitations: false });
    await send('reminders=yes&invitations=yes&none=yes');
    expect(await want(email)).toEqual({ reminders: false, invitations: false });
    const answer = await send('reminders=yes&invitations=yes');
    expect(answer.headers.get('Location')).toBe('/account/mail?saved');
    const request = new Request('http://localhost:3000/account/mail?saved', { headers });
    expect(await readInAccount({ request, params: {}, context: context() })).toEqual({
      email,
      wanted: { reminders: true, invitations: true },
      wasSaved: true,
    });
  });
});

describe('from a mail', () => {
  const args = (request: Request, token: string) => ({
    request,
    params: { token },
    context: context(),
  });

  it('the link shows and saves the choice of that mailbox, with an account or without', async () => {
    const token = tokenFor('nobody@example.org');
    const path = `/uk/links/mail/${token}`;
    const request = new Request(`http://localhost:3000${path}`);
    expect((await readByLink(args(request, token))).data).toEqual({
      wanted: { reminders: true, invitations: true },
      wasSaved: false,
    });
    expect(await want('nobody@example.org')).toEqual({ reminders: true, invitations: true });
    const saved = await saveByLink(
      args(post(path, 'invitations=yes', { 'Sec-Fetch-Site': 'same-origin' }), token),
    );
    expect(saved).toBeInstanceOf(Response);
    expect(await want('nobody@example.org')).toEqual({ reminders: false, invitations: true });
  });

  it('a link that is not ours shows nothing and changes nothing', async () => {
    const token = `${tokenFor('nobody@example.org')}x`;
    const request = new Request(`http://localhost:3000/links/mail/${token}`);
    const shown = await readByLink(args(request, token));
    expect(shown.init?.status).toBe(404);
    expect(shown.data.wanted).toBeNull();
    await oneClick(args(post('/unsubscribe/x', 'List-Unsubscribe=One-Click'), token));
    expect(await product.services.db.select().from(mutedMailTopics)).not.toContainEqual(
      expect.objectContaining({ mutedBy: 'one_click' }),
    );
  });

  it.each([
    ['a plain form', undefined],
    ['a multipart form', 'multipart/form-data; boundary=b'],
  ])(
    'one click ends the topic, posted as %s from nowhere and without a cookie',
    async (_, type) => {
      const email = `click-${type ? 'multipart' : 'plain'}@example.org`;
      const token = tokenFor(email, 'invitations');
      const body = type
        ? '--b\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--\r\n'
        : 'List-Unsubscribe=One-Click';
      const click = () =>
        oneClick(
          args(
            post(`/unsubscribe/${token}`, body, {
              'Content-Length': String(body.length),
              ...(type ? { 'Content-Type': type } : {}),
            }),
            token,
          ),
        );
      expect((await click()).status).toBe(200);
      expect((await click()).status).toBe(200);
      expect(await want(email)).toEqual({ reminders: true, invitations: false });
    },
  );

  it('opening the one-click address changes nothing and leads to the page', async () => {
    const token = tokenFor('opened@example.org');
    const request = new Request(`http://localhost:3000/uk/unsubscribe/${token}`);
    const answer = openOneClick(args(request, token));
    expect(answer.headers.get('Location')).toBe(`/uk/links/mail/${token}`);
    const other = await oneClick(args(post(`/unsubscribe/${token}`, 'something=else'), token));
    expect(other.status).toBe(400);
    expect(await want('opened@example.org')).toEqual({ reminders: true, invitations: true });
  });
});
