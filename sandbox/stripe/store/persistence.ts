import type { Engine } from '../engine/engine.ts';
import type { IdempotencyRecord } from '../engine/idempotency.ts';
import type { Kind } from '../engine/objects/tables.ts';
import { DataFiles } from './data-files.ts';
import type { JournalLine } from './record.ts';

const COMPACT_ABOVE_BYTES = 8_000_000;

/** What a data directory says beside the objects; needed before an engine can be made. */
export interface Resumed {
  offsetSeconds: number;
  idPosition: number;
}

/** Keeps an engine's state in a directory. */
export class Persistence {
  private readonly files: DataFiles;
  private readonly lines: JournalLine[] = [];
  readonly resumed: Resumed = { offsetSeconds: 0, idPosition: 0 };

  constructor(directory: string) {
    this.files = new DataFiles(directory);
    this.files.read((line) => {
      if (line.reset) this.lines.length = 0;
      this.lines.push(line);
      if (line.offset !== undefined) this.resumed.offsetSeconds = line.offset;
      if (line.ids !== undefined) this.resumed.idPosition = line.ids;
    });
  }

  /** Loads the engine, and from then on writes down each of its steps. */
  attach(engine: Engine): void {
    for (const line of this.lines.splice(0)) apply(engine, line);
    if (this.files.journalBytes() > COMPACT_ABOVE_BYTES)
      this.files.writeSnapshot(snapshotOf(engine));
    engine.onCommit(({ puts, removes, idempotency }) => {
      this.files.append({
        ...(puts.length > 0 ? { put: puts } : {}),
        ...(removes.length > 0
          ? { gone: removes.map((id) => [id, engine.store.removedKind(id) ?? null]) }
          : {}),
        ...(idempotency ? { key: idempotency } : {}),
        ids: engine.ids.position(),
      });
    });
  }

  /** To be called when the clock has been moved. */
  saveClock(engine: Engine): void {
    const offset = engine.clock.offset();
    if (offset !== null) this.files.append({ offset, ids: engine.ids.position() });
  }

  /** To be called when the account has been emptied. */
  saveReset(): void {
    this.files.writeSnapshot([{ reset: true }]);
  }

  close(): void {
    this.files.close();
  }
}

/** Writes an engine's whole state into a directory, for a server to start from. */
export function saveSnapshot(engine: Engine, directory: string): void {
  const files = new DataFiles(directory);
  files.writeSnapshot(snapshotOf(engine));
  files.close();
}

function apply(engine: Engine, line: JournalLine): void {
  if (line.put || line.gone)
    engine.restore(
      line.put ?? [],
      (line.gone ?? []).map(([id]) => id),
    );
  for (const [id, kind] of line.gone ?? []) if (kind !== null) engine.store.markRemoved(id, kind);
  if (line.key) engine.idempotency.remember(line.key);
}

function* snapshotOf(engine: Engine): Generator<JournalLine> {
  yield { ids: engine.ids.position(), offset: engine.clock.offset() ?? 0 };
  for (const object of engine.store.all()) yield { put: [object] };
  const gone: [string, Kind][] = [...engine.store.removed()];
  if (gone.length > 0) yield { gone };
  const keys: IdempotencyRecord[] = engine.idempotency.current(engine.now());
  for (const key of keys) yield { key };
}
