import type { CurrencyCode } from '../../kernel/currencies.ts';
import { localPath } from '../../kernel/locale.ts';
import type { Ctx } from '../ports/context.ts';
import { recordAudit } from '../supporters/record-audit.server.ts';
import { type ArticleFilter, articleQuery, parseArticleCursor } from './article-filter.ts';
import { type CsvTable, everyPage } from './csv.server.ts';
import { amountCell, instantCell, textCell } from './csv-cell.ts';
import { listSettlementCurrencies } from './export-supporters.server.ts';
import { listArticles } from './list-articles.server.ts';
import type { ListedArticle } from './listed-article.ts';

const batchSize = 500;

const columns = [
  'article_id',
  'headline',
  'path',
  'language',
  'section',
  'authors',
  'state',
  'access',
  'has_extras',
  'published_at_utc',
  'edited_at_utc',
  'gifts',
];

/**
 * Every article of a filter in its order. What each brought, less what went back, has one column for
 * each currency that Stripe settled in. Who took it home is written down.
 * Caller's duty: that they may.
 */
export async function exportArticles(
  ctx: Ctx,
  input: { filter: ArticleFilter; actorId: string },
): Promise<CsvTable> {
  const { filter, actorId } = input;
  await recordAudit(ctx, {
    ...{ actorId, action: 'articles.exported', subjectKind: 'export', subjectId: 'articles' },
    ...{ detail: { filter: articleQuery(filter) }, reason: '' },
  });
  const currencies = await listSettlementCurrencies(ctx);
  const articles = everyPage(async (after) => {
    const page = await listArticles(ctx, {
      filter,
      after: parseArticleCursor(after, filter.sort),
      limit: batchSize,
    });
    return { rows: page.articles, next: page.next };
  });
  return {
    columns: [...columns, ...currencies.map((currency) => `support_${currency}`)],
    rows: rowsOf(articles, currencies),
  };
}

async function* rowsOf(
  articles: AsyncIterable<ListedArticle>,
  currencies: readonly CurrencyCode[],
): AsyncGenerator<string[]> {
  for await (const article of articles) {
    yield [
      article.articleId,
      textCell(article.headline),
      localPath(article.language, article.path),
      article.language,
      textCell(article.section.en),
      textCell(article.authors.join('; ')),
      article.status,
      article.access,
      article.hasExtras ? 'yes' : 'no',
      instantCell(article.publishedAt),
      instantCell(article.editedAt),
      String(article.gifts),
      ...currencies.map((currency) =>
        amountCell(article.support.find((sum) => sum.currency === currency) ?? null),
      ),
    ];
  }
}
