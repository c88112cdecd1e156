import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { mails } from '../../app/db/schema/mail.ts';
import type { Operation } from '../histories/operation.ts';
import { emailOf } from '../histories/reader.ts';
import { type Mailbox, startMailbox } from '../mailbox/mailbox.ts';
import type { Message } from '../mailbox/message.ts';
import { type Played, playWithMail } from './play.ts';

/** Days in steps, so that what is due in between is done in between. */
function days(count: number): Operation[] {
  return Array.from({ length: Math.ceil(count / 8) }, () => ({ kind: 'pass', days: 8 }));
}

/** Giving, joining, a renewal, a card that fails and is mended, money back, a dispute, leaving. */
const history: readonly Operation[] = [
  { kind: 'give', reader: 0, amountMinor: 2_500, currency: 'EUR', how: 'card' },
  { kind: 'give', reader: 1, amountMinor: 2_500, currency: 'EUR', how: 'debit' },
  { kind: 'join', reader: 2, amountMinor: 1_000, interval: 'month', how: 'card' },
  { kind: 'join', reader: 3, amountMinor: 500, interval: 'month', how: 'card' },
  { kind: 'give', reader: 0, amountMinor: 1_000, currency: 'USD', how: 'declined_first' },
  { kind: 'join_twice', reader: 1, amountMinor: 1_000 },
  ...days(32),
  { kind: 'spoil_card', reader: 3 },
  ...days(32),
  { kind: 'repair_card', reader: 3 },
  { kind: 'refund', charge: 0, share: 1 },
  { kind: 'dispute', charge: 2, isInquiry: false },
  { kind: 'cancel_at_end', reader: 2 },
  ...days(8),
  { kind: 'close_dispute', dispute: 0, isWon: true },
  { kind: 'cancel_now', reader: 1 },
  ...days(32),
];

let dataDir: string;
let mailbox: Mailbox;
beforeEach(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'masthead-replays-'));
  mailbox = await startMailbox({ smtpPort: 0, webPort: 0, dataDir });
});
afterEach(async () => {
  await mailbox.close();
  await rm(dataDir, { recursive: true, force: true });
});

/** What arrived since the last call, as "recipient template", sorted; each also held against its row in the outbox. */
async function arrivals({ product }: Played): Promise<string[]> {
  const response = await fetch(`${mailbox.webUrl}/api/messages`);
  const messages = (await response.json()) as Message[];
  await fetch(`${mailbox.webUrl}/api/messages`, { method: 'DELETE' });
  const rows = await product.services.db.select().from(mails);
  const ids = messages.map(
    ({ headers }) => headers.find(({ name }) => name === 'Message-ID')?.value ?? '',
  );
  expect(new Set(ids).size, 'a mail came twice').toBe(ids.length);
  for (const { id, template, status, failureCode } of rows) {
    expect(`${template} ${status} ${failureCode ?? ''}`.trim()).toMatch(/ (sent|failed too_late)$/);
    expect(ids.includes(`<${id}@localhost>`)).toBe(status === 'sent');
  }
  const subjects = rows.map(({ template, subjectId }) => `${template} ${subjectId}`);
  expect(new Set(subjects).size).toBe(rows.length);
  return rows
    .filter(({ status }) => status === 'sent')
    .map(({ template, recipient }) => `${recipient} ${template}`)
    .sort();
}

function countOf(all: readonly string[], reader: number, template: string): number {
  return all.filter((one) => one === `${emailOf(reader)} ${template}`).length;
}

it(
  'of a thousand deliveries that say nothing new none sends a mail',
  { timeout: 120_000 },
  async () => {
    const once = await playWithMail(history, { smtpUrl: mailbox.smtpUrl, seed: 7, replays: 0 });
    const expected = await arrivals(once);
    await once.product.close();
    const seed = Number(process.env['REPLAY_SEED'] ?? 7);
    const often = await playWithMail(history, {
      ...{ smtpUrl: mailbox.smtpUrl, seed, replays: 1_000 },
    });
    const arrived = await arrivals(often);
    await often.product.close();
    expect(often.replayed).toBe(1_000);
    expect(arrived, `Again: REPLAY_SEED=${seed}`).toEqual(expected);
    expect(countOf(arrived, 0, 'receipt')).toBe(2);
    expect(countOf(arrived, 2, 'membership-welcome')).toBe(1);
    expect(countOf(arrived, 1, 'duplicate-membership-returned')).toBe(1);
    // Joined, renewed once; the second renewal failed, was mended, and renewed again.
    expect(countOf(arrived, 3, 'receipt')).toBeGreaterThanOrEqual(3);
  },
);
