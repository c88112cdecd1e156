import { once } from 'node:events';
import fs from 'node:fs/promises';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import nodemailer from 'nodemailer';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Mailbox, startMailbox } from './mailbox.ts';
import type { Message } from './message.ts';

let dataDir: string;
let mailbox: Mailbox;
const start = async () => {
  mailbox = await startMailbox({ smtpPort: 0, webPort: 0, dataDir });
};

beforeEach(async () => {
  dataDir = await fs.mkdtemp(path.join(os.tmpdir(), 'masthead-mailbox-'));
  await start();
});
afterEach(async () => {
  await mailbox.close();
  await fs.rm(dataDir, { recursive: true, force: true });
});

async function send(to: string, subject: string, more: object = {}): Promise<void> {
  const transport = nodemailer.createTransport(mailbox.smtpUrl);
  await transport.sendMail({
    from: 'News <news@example.org>',
    to,
    subject,
    text: 'Hello',
    ...more,
  });
  transport.close();
}

async function list(query = ''): Promise<Message[]> {
  const response = await fetch(`${mailbox.webUrl}/api/messages${query}`);
  return (await response.json()) as Message[];
}

test('a mail is kept as it was sent, and survives a restart', async () => {
  await send('Reader@Example.org', 'Дякуємо', {
    html: '<p>Hello <b>you</b></p>',
    headers: { 'List-Unsubscribe': '<https://example.org/u>' },
    attachments: [
      { filename: 'receipt.pdf', content: Buffer.from('%PDF'), contentType: 'application/pdf' },
    ],
  });
  await mailbox.close();
  await start();
  const [message] = await list('?to=reader@example.org');
  expect(message).toMatchObject({
    to: ['reader@example.org'],
    subject: 'Дякуємо',
    html: '<p>Hello <b>you</b></p>',
    attachments: [{ filename: 'receipt.pdf', contentType: 'application/pdf', size: 4 }],
  });
  expect(message?.headers).toContainEqual({
    name: 'List-Unsubscribe',
    value: '<https://example.org/u>',
  });
  const file = await fetch(`${mailbox.webUrl}/messages/${message?.id}/attachments/0`);
  expect(await file.text()).toBe('%PDF');
});

test('the newest come first, and can be had by recipient', async () => {
  await send('a@example.org', 'first');
  await send('b@example.org', 'second');
  expect((await list()).map(({ subject }) => subject)).toEqual(['second', 'first']);
  expect((await list('?to=A@example')).map(({ subject }) => subject)).toEqual(['first']);
});

test('waiting ends as soon as the mail arrives', async () => {
  const waiting = fetch(`${mailbox.webUrl}/api/wait?to=a@example.org&subject=link`);
  await send('b@example.org', 'Your link');
  await send('a@example.org', 'Your link');
  expect(await (await waiting).json()).toMatchObject({ to: ['a@example.org'] });
});

test('waiting in vain ends with 408', async () => {
  const answer = await fetch(`${mailbox.webUrl}/api/wait?to=nobody@example.org&timeout=50`);
  expect(answer.status).toBe(408);
});

test('a mail can’t break out of the page that shows it', async () => {
  await send('a@example.org', '<script>alert(1)</script>', {
    html: '<p title="x">"quoted" & <i>so</i></p>',
  });
  const [message] = await list();
  const page = await (await fetch(`${mailbox.webUrl}/messages/${message?.id}`)).text();
  expect(page).not.toContain('<script');
  expect(page).toContain(
    'srcdoc="&lt;base target=&quot;_top&quot;&gt;&lt;p title=&quot;x&quot;&gt;',
  );
});

test('deleting leaves nothing', async () => {
  await send('a@example.org', 'first');
  await fetch(`${mailbox.webUrl}/api/messages`, { method: 'DELETE' });
  expect(await list()).toEqual([]);
});

test('a sender whose connection breaks in the middle of a mail leaves the others alone', async () => {
  const { hostname, port } = new URL(mailbox.smtpUrl);
  const socket = net.connect(Number(port), hostname);
  await once(socket, 'data');
  socket.write('EHLO sender.example\r\n');
  await once(socket, 'data');
  socket.write('MAIL FROM:<news@example.org>\r\n');
  await once(socket, 'data');
  socket.resetAndDestroy();
  await once(socket, 'close');
  await send('reader@example.org', 'Still here');
  expect((await list()).map((message) => message.subject)).toEqual(['Still here']);
});
