import fs from 'node:fs';
import path from 'node:path';
import type { JournalLine } from './record.ts';

const SNAPSHOT = 'snapshot.jsonl';
const JOURNAL = 'journal.jsonl';
const CHUNK_BYTES = 1 << 20;

/**
 * Two files of JSON lines: a snapshot, and a journal of what came after it. A line is written in
 * one call before the request is answered, so a killed process loses nothing that it has answered;
 * a line that was cut short is dropped when the file is next opened.
 */
export class DataFiles {
  private readonly directory: string;
  private journal: number | null = null;

  constructor(directory: string) {
    this.directory = directory;
    fs.mkdirSync(directory, { recursive: true });
  }

  /** Calls back for each whole line, the snapshot's first. */
  read(each: (line: JournalLine) => void): void {
    this.readFile(SNAPSHOT, each);
    const whole = this.readFile(JOURNAL, each);
    if (whole !== null) fs.truncateSync(this.file(JOURNAL), whole);
  }

  append(line: JournalLine): void {
    this.journal ??= fs.openSync(this.file(JOURNAL), 'a');
    fs.writeSync(this.journal, `${JSON.stringify(line)}\n`);
  }

  journalBytes(): number {
    return fs.existsSync(this.file(JOURNAL)) ? fs.statSync(this.file(JOURNAL)).size : 0;
  }

  /**
   * Replaces snapshot and journal. Safe to interrupt: until the rename the old pair stands, and
   * after it the old journal only repeats what the new snapshot holds.
   */
  writeSnapshot(lines: Iterable<JournalLine>): void {
    this.close();
    const temporary = this.file(`${SNAPSHOT}.new`);
    const handle = fs.openSync(temporary, 'w');
    let buffer: string[] = [];
    let size = 0;
    const flush = () => {
      if (buffer.length > 0) fs.writeSync(handle, buffer.join(''));
      buffer = [];
      size = 0;
    };
    for (const line of lines) {
      const text = `${JSON.stringify(line)}\n`;
      buffer.push(text);
      size += text.length;
      if (size > CHUNK_BYTES) flush();
    }
    flush();
    fs.fsyncSync(handle);
    fs.closeSync(handle);
    fs.renameSync(temporary, this.file(SNAPSHOT));
    fs.writeFileSync(this.file(JOURNAL), '');
  }

  close(): void {
    if (this.journal !== null) fs.closeSync(this.journal);
    this.journal = null;
  }

  private file(name: string): string {
    return path.join(this.directory, name);
  }

  /** Returns the length in bytes of the whole lines, or null when there is no such file. */
  private readFile(name: string, each: (line: JournalLine) => void): number | null {
    if (!fs.existsSync(this.file(name))) return null;
    const handle = fs.openSync(this.file(name), 'r');
    const chunk = Buffer.alloc(CHUNK_BYTES);
    let rest = Buffer.alloc(0);
    let whole = 0;
    try {
      for (;;) {
        const read = fs.readSync(handle, chunk, 0, CHUNK_BYTES, null);
        if (read === 0) return whole;
        const data =
          rest.length === 0
            ? Buffer.from(chunk.subarray(0, read))
            : Buffer.concat([rest, chunk.subarray(0, read)]);
        let start = 0;
        for (let end = data.indexOf(10); end >= 0; end = data.indexOf(10, start)) {
          const line = parse(data.toString('utf8', start, end));
          if (line === null) return whole;
          each(line);
          whole += end + 1 - start;
          start = end + 1;
        }
        rest = data.subarray(start);
      }
    } finally {
      fs.closeSync(handle);
    }
  }
}

function parse(text: string): JournalLine | null {
  try {
    return JSON.parse(text) as JournalLine;
  } catch {
    return null;
  }
}
