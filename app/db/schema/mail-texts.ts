import { pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instant } from './columns.ts';

/** The newsroom's own words in a mail, in one language. Empty: the mail's own stand. */
export const mailTexts = pgTable(
  'mail_texts',
  {
    template: text().notNull(),
    locale: text({ enum: ['en', 'uk'] }).notNull(),
    subject: text().notNull(),
    opening: text().notNull(),
    closing: text().notNull(),
    /** Another one with every change: of two who edit at once the later is told. */
    version: uuid().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.template, t.locale] })],
);
