import { isDeadlock } from '../../db/failures.ts';

const triesAllowed = 5;

/**
 * Runs a whole transaction once more when the database has let it go, because it and another one
 * waited for each other: what takes many rows at once meets webhooks that take them in their order.
 */
export async function againAfterDeadlock<Value>(run: () => Promise<Value>): Promise<Value> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await run();
    } catch (error) {
      if (!isDeadlock(error) || tried >= triesAllowed) throw error;
    }
  }
}
