import { bigint, text, timestamp, uuid } from 'drizzle-orm/pg-core';

/** Column shorthands, so that every table spells the same idea the same way. */
export const id = () => uuid().primaryKey();
export const instant = () => timestamp({ withTimezone: true, mode: 'date' });
/** Integer minor units. Safe: the largest sum we hold is far under 2^53. */
export const minor = () => bigint({ mode: 'number' });
/** An upper-case ISO 4217 code. */
export const currency = () => text();

/** What brought a gift: filled once, when the form is posted. */
export const attributionColumns = {
  articleId: uuid(),
  askId: uuid(),
  askVariant: text(),
  campaignId: uuid(),
  referrerHost: text(),
  utmSource: text(),
  utmMedium: text(),
  utmCampaign: text(),
  utmTerm: text(),
  utmContent: text(),
};
