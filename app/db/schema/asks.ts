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
}

/** An ordered list; the first whose rules pass is shown. */
export const asks = pgTable('asks', {
  id: id(),
  name: text().notNull(),
  position: integer().notNull(),
  isActive: boolean().notNull().default(true),
  heading: jsonb().$type<{ en: string; uk: string }>().notNull(),
  body: jsonb().$type<{ en: string; uk: string }>().notNull(),
  rules: jsonb().$type<AskRules>().notNull(),
  createdAt: instant().notNull(),
});
