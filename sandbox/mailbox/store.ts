import { randomBytes } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import fs from 'node:fs/promises';
import path from 'node:path';
import { type Message, type MessageSummary, parseMessage } from './message.ts';

export interface MessageFilter {
  /** Part of a recipient's address. */
  readonly to?: string | undefined;
  /** Part of the subject. */
  readonly subject?: string | undefined;
  /** Only what arrived at this instant or later. */
  readonly since?: Date | undefined;
}

export interface MessageStore {
  /** Keeps a mail and wakes whoever waits for it. */
  add(raw: Buffer, from: string, to: readonly string[]): Promise<void>;
  /** Newest first. */
  list(filter: MessageFilter): readonly MessageSummary[];
  read(id: string): Promise<Message | null>;
  readRaw(id: string): Promise<Buffer | null>;
  /** The first match, now or as soon as it arrives; null once `signal` gives up. */
  wait(filter: MessageFilter, signal: AbortSignal): Promise<MessageSummary | null>;
  clear(): Promise<void>;
}

/**
 * Mails as files: `<id>.eml` as it came, `<id>.json` as read, and an index with a line for each,
 * so that a restart needs to read one file only. Beyond `keep`, the oldest are deleted.
 */
export async function openMessageStore(folder: string, keep = 5_000): Promise<MessageStore> {
  await fs.mkdir(folder, { recursive: true });
  const indexFile = path.join(folder, 'index.ndjson');
  let index = await readIndex(indexFile);
  const arrivals = new EventEmitter().setMaxListeners(0);
  const fileOf = (id: string, kind: 'eml' | 'json') => path.join(folder, `${id}.${kind}`);
  const isKnown = (id: string) => index.some((entry) => entry.id === id);
  // One writer at a time, so that pruning and appending can't cross.
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = turn.then(work);
    turn = result.catch(() => undefined);
    return result;
  };

  async function remove(entries: readonly MessageSummary[]): Promise<void> {
    for (const { id } of entries) {
      await fs.rm(fileOf(id, 'eml'), { force: true });
      await fs.rm(fileOf(id, 'json'), { force: true });
    }
    const draft = `${indexFile}.new`;
    await fs.writeFile(draft, index.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
    await fs.rename(draft, indexFile);
  }

  const list = (filter: MessageFilter) => index.filter((entry) => matches(entry, filter)).reverse();

  return {
    list,
    add: (raw, from, to) =>
      inTurn(async () => {
        const date = new Date();
        const id = `${date.getTime().toString(36).padStart(9, '0')}${randomBytes(4).toString('hex')}`;
        const message = await parseMessage(raw, { id, from, to, date });
        await fs.writeFile(fileOf(id, 'eml'), raw);
        await fs.writeFile(fileOf(id, 'json'), JSON.stringify(message));
        const summary = summaryOf(message);
        await fs.appendFile(indexFile, `${JSON.stringify(summary)}\n`);
        index.push(summary);
        if (index.length > keep * 1.1) {
          const old = index.slice(0, -keep);
          index = index.slice(-keep);
          await remove(old);
        }
        arrivals.emit('arrival');
      }),
    read: async (id) =>
      isKnown(id) ? (JSON.parse(await fs.readFile(fileOf(id, 'json'), 'utf8')) as Message) : null,
    readRaw: async (id) => (isKnown(id) ? fs.readFile(fileOf(id, 'eml')) : null),
    async wait(filter, signal) {
      for (;;) {
        const first = index.find((entry) => matches(entry, filter));
        if (first) return first;
        if (signal.aborted) return null;
        await once(arrivals, 'arrival', { signal }).catch(() => undefined);
      }
    },
    clear: () =>
      inTurn(async () => {
        const all = index;
        index = [];
        await remove(all);
      }),
  };
}

function matches(entry: MessageSummary, { to, subject, since }: MessageFilter): boolean {
  const wantedTo = to?.trim().toLowerCase() ?? '';
  return (
    (wantedTo === '' || entry.to.some((address) => address.includes(wantedTo))) &&
    (!subject || entry.subject.toLowerCase().includes(subject.toLowerCase())) &&
    (!since || entry.date >= since.toISOString())
  );
}

function summaryOf({ id, to, from, subject, date }: Message): MessageSummary {
  return { id, to, from, subject, date };
}

async function readIndex(file: string): Promise<MessageSummary[]> {
  const text = await fs.readFile(file, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  });
  return text.split('\n').flatMap((line) => {
    try {
      return [JSON.parse(line) as MessageSummary];
    } catch {
      return []; // The last line of a process that was killed while writing it.
    }
  });
}
