import { type SQL, sql } from 'drizzle-orm';
import { articles, authors, sections } from '../../db/schema/articles.ts';
import { asks } from '../../db/schema/asks.ts';
import { campaigns } from '../../db/schema/campaigns.ts';
import { tiers } from '../../db/schema/memberships.ts';
import type { Locale } from '../../kernel/locale.ts';
import type { Ctx } from '../ports/context.ts';
import { type PaymentFilter, type PaymentNames, noneOfIt } from './payment-filter.ts';

/** At most one query, over primary keys. */
export async function readPaymentNames(
  ctx: Ctx,
  filter: PaymentFilter,
  locale: Locale,
): Promise<PaymentNames> {
  const asked: [keyof PaymentFilter, SQL][] = [
    ['articleId', sql`select headline from ${articles} where id = ${filter.articleId}::uuid`],
    ['section', sql`select name ->> ${locale} from ${sections} where slug = ${filter.section}`],
    ['author', sql`select name ->> ${locale} from ${authors} where slug = ${filter.author}`],
    ['askId', sql`select name from ${asks} where id = ${filter.askId}::uuid`],
    [
      'campaignId',
      sql`select title ->> ${locale} from ${campaigns} where id = ${filter.campaignId}::uuid`,
    ],
    ['tierId', sql`select name ->> ${locale} from ${tiers} where id = ${filter.tierId}::uuid`],
  ];
  const wanted = asked.filter(([field]) => filter[field] && filter[field] !== noneOfIt);
  if (wanted.length === 0) return {};
  const { rows } = await ctx.db.execute<{ field: keyof PaymentFilter; name: string | null }>(
    sql`${sql.join(
      wanted.map(([field, query]) => sql`select ${field}::text as field, (${query}) as name`),
      sql` union all `,
    )}`,
  );
  return Object.fromEntries(rows.flatMap(({ field, name }) => (name ? [[field, name]] : [])));
}
