import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createMailChecks } from './mail-checks.server.ts';

const open: { close(): unknown }[] = [];
afterEach(() => {
  for (const each of open.splice(0)) each.close();
});

async function smtpServer(greeting: string) {
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.write(greeting);
    socket.on('data', (said) => {
      socket.write(String(said).startsWith('QUIT') ? '221 bye\r\n' : '250 mail.example\r\n');
    });
  }).listen(0, '127.0.0.1');
  open.push(server);
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return createMailChecks(`smtp://127.0.0.1:${address.port}?ignoreTLS=true`);
}

describe('the mail server', () => {
  it('is in order when it lets us in', async () => {
    const checks = await smtpServer('220 mail.example ESMTP\r\n');
    expect(await checks.greetServer()).toEqual({ ok: true });
  });

  it('is quoted when it does not', async () => {
    const checks = await smtpServer('554 5.7.1 your address is on our list\r\n');
    const answer = await checks.greetServer();
    expect(answer.ok ? null : answer.reply).toContain('554 5.7.1 your address is on our list');
  });

  it('may not be there at all', async () => {
    const checks = createMailChecks('smtp://127.0.0.1:9');
    expect(await checks.greetServer()).toMatchObject({ ok: false, code: 'ESOCKET', reply: null });
  });
});

describe('the DNS', () => {
  it('that says nothing is given up in time, and is not taken for "there is none"', async () => {
    const silent = createSocket('udp4').bind(0, '127.0.0.1');
    open.push(silent);
    await once(silent, 'listening');
    const server = `127.0.0.1:${silent.address().port}`;
    const checks = createMailChecks('smtp://127.0.0.1:9', { dnsServers: [server], dnsMs: 150 });
    expect(await checks.lookUpText('news.example')).toMatchObject({ ok: false });
  });

  it('that knows no such name has answered', async () => {
    const knowsNone = createSocket('udp4').bind(0, '127.0.0.1');
    open.push(knowsNone);
    await once(knowsNone, 'listening');
    knowsNone.on('message', (asked, from) => {
      // RFC 1035 4.1.1: the same question back as an answer, with response code 3 (no such name).
      const answer = Buffer.from(asked);
      answer.writeUInt16BE(0x8183, 2);
      knowsNone.send(answer, from.port, from.address);
    });
    const server = `127.0.0.1:${knowsNone.address().port}`;
    const checks = createMailChecks('smtp://127.0.0.1:9', { dnsServers: [server] });
    expect(await checks.lookUpText('news.example')).toEqual({ ok: true, records: [] });
  });
});
