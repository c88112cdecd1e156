import { type SQL, and, eq, or, sql } from 'drizzle-orm';
import { articleAuthors, articles } from '../../db/schema/articles.ts';
import { toTsQuery } from '../articles/search-query.ts';
import type { ArticleFilter, ArticleState } from './article-filter.ts';

/** The articles that a filter leaves, as of an instant: what is scheduled comes out by itself. */
export function articleCondition(filter: ArticleFilter, now: Date): SQL | undefined {
  return and(
    filter.search === null ? undefined : searched(filter.search),
    filter.state === null ? undefined : inState(filter.state, now),
    filter.section === null ? undefined : eq(articles.sectionSlug, filter.section),
    filter.language === null ? undefined : eq(articles.language, filter.language),
    filter.extras === null ? undefined : eq(articles.hasExtras, filter.extras),
    filter.author === null
      ? undefined
      : sql`exists (select 1 from ${articleAuthors} where ${articleAuthors.articleId} = ${articles.id} and ${articleAuthors.authorSlug} = ${filter.author})`,
  );
}

/** By words, as readers search, or by the last part of a pasted address. */
function searched(typed: string): SQL {
  const query = toTsQuery(typed);
  const slug =
    typed
      .replace(/[?#].*$/, '')
      .replace(/\/+$/, '')
      .split('/')
      .at(-1) ?? '';
  const named = sql`select id from ${articles} where slug = ${slug.toLowerCase()}`;
  const said = query
    ? sql`select id from ${articles} where search @@ to_tsquery('simple', ${query}) union `
    : sql``;
  // Found first, whatever the order: walking the newest for a rare word would read every article.
  return sql`${articles.id} = any (array(${said}${named}))`;
}

function inState(state: ArticleState, now: Date): SQL | undefined {
  const isDue = sql`${articles.publishedAt} <= ${now.toISOString()}::timestamptz`;
  if (state === 'scheduled') return and(eq(articles.status, 'scheduled'), sql`not ${isDue}`);
  if (state === 'published') {
    return or(eq(articles.status, 'published'), and(eq(articles.status, 'scheduled'), isDue));
  }
  return eq(articles.status, state);
}
