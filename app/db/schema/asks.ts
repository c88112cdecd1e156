import { boolean, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { id, instant } from './columns.ts';

export interface AskRules {
  anyTags?: string[];
  noTags?: string[];
  sections?: string[];
  excludeSensitive?: boolean;
  notForPatrons?: boolean;
  startsAt?: string;
  endsAt?: string;
  /** Countries (ISO 3166) whose readers see it; known only where a CDN in front tells. */
  countries?: string[];
  /** At most so often in 30 days in one browser. */
  maxViews?: number;
  /** Only in browsers in which so many articles were read in 30 days. */
  minArticles?: number;
}

/** An ordered list; the first whose rules pass is shown. */
export const asks = pgTable('asks', {
  id: id(),
  name: text().notNull(),
  position: integer().notNull(),
  isActive: boolean().notNull().default(true),
  heading: jsonb().$type<{ en: string; uk: string }>().notNull(),
  body: jsonb().$type<{ en: string; uk: string }>().notNull(),
  /** How often its form suggests to give. */
  frequency: text({ enum: ['once', 'monthly', 'yearly'] })
    .notNull()
    .default('once'),
  rules: jsonb().$type<AskRules>().notNull(),
  createdAt: instant().notNull(),
});
