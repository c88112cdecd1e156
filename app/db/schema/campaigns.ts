import { jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { currency, id, instant, minor } from './columns.ts';

export const campaigns = pgTable(
  'campaigns',
  {
    id: id(),
    slug: text().notNull(),
    title: jsonb().$type<{ en: string; uk: string }>().notNull(),
    description: jsonb().$type<{ en: string; uk: string }>().notNull(),
    goalMinor: minor().notNull(),
    currency: currency().notNull(),
    startsAt: instant().notNull(),
    endsAt: instant().notNull(),
  },
  (t) => [uniqueIndex('campaigns_slug_key').on(t.slug)],
);
