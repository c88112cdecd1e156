import { bigint, integer, pgTable, varchar } from 'drizzle-orm/pg-core';

/**
 * The counters of web/rate-limits, in the shape that rate-limiter-flexible wants. Made here rather
 * than by the library, whose limiters would race to make it. Keys are hashes: no row names anybody.
 */
export const rateLimits = pgTable('rate_limits', {
  key: varchar({ length: 255 }).primaryKey(),
  points: integer().notNull().default(0),
  /** Milliseconds since 1970. */
  expire: bigint({ mode: 'number' }),
});
