import fs from 'node:fs';
import path from 'node:path';
import type { StripeFacts } from './stripe-facts.ts';

/**
 * A prepared history as it lies beside the sandbox Stripe's state: what the plan was drawn from, and
 * what Stripe says of it, so that our rows are made from the same plan and the same payments.
 */
export interface PreparedHistory {
  readonly seed: number;
  readonly now: Date;
  readonly stripe: StripeFacts;
}

const fileName = 'history.json';
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

export function writeHistory(dataDir: string, history: PreparedHistory): void {
  fs.writeFileSync(path.join(dataDir, fileName), JSON.stringify(history));
}

/** Null when the sandbox was started without a history. */
export function readHistory(dataDir: string): PreparedHistory | null {
  const file = path.join(dataDir, fileName);
  if (!fs.existsSync(file)) return null;
  return JSON.parse(fs.readFileSync(file, 'utf8'), (_key, value: unknown) =>
    typeof value === 'string' && value.length === 24 && instant.test(value)
      ? new Date(value)
      : value,
  ) as PreparedHistory;
}
