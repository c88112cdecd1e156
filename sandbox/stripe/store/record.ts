import type { IdempotencyRecord } from '../engine/idempotency.ts';
import type { Kind, Stored } from '../engine/objects/tables.ts';

/** One line of the journal or of a snapshot. */
export interface JournalLine {
  /** Objects as they are after the step. */
  put?: Stored[];
  /** Ids that are gone, with their kind where the API still tells of them. */
  gone?: [id: string, kind: Kind | null][];
  key?: IdempotencyRecord;
  /** Seconds ahead of real time. */
  offset?: number;
  /** How many identifiers have been drawn from the seed. */
  ids?: number;
  /** Everything before this line is void. */
  reset?: true;
}
