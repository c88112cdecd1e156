import { isLocale, type Locale } from '../../kernel/locale.ts';
import { slugShape } from '../../kernel/slug.ts';
import { oneOf } from './payment-filter.ts';

export const articleStates = ['draft', 'scheduled', 'published', 'withdrawn'] as const;
export type ArticleState = (typeof articleStates)[number];

export const articleSorts = ['newest', 'edited', 'brought'] as const;
/** brought: by the number of payments, since sums in several currencies have no order. */
export type ArticleSort = (typeof articleSorts)[number];

/** Which articles a list shows. It is written in the address; what it names together must all hold. */
export interface ArticleFilter {
  /** Words of the headline or the public text, or the address. */
  readonly search: string | null;
  readonly state: ArticleState | null;
  /** A slug; so is the author. */
  readonly section: string | null;
  readonly author: string | null;
  readonly language: Locale | null;
  /** Is something of it for supporters only? */
  readonly extras: boolean | null;
  readonly sort: ArticleSort;
}

export const everyArticle: ArticleFilter = {
  search: null,
  state: null,
  section: null,
  author: null,
  language: null,
  extras: null,
  sort: 'newest',
};

const longestSearch = 200;

/** Reads what {@link articleQuery} writes; whatever it does not know is as if it was not there. */
export function parseArticleFilter(query: URLSearchParams): ArticleFilter {
  const slug = (name: string) => {
    const value = query.get(name) ?? '';
    return slugShape.test(value) ? value : null;
  };
  const language = query.get('language');
  const extras = query.get('extras');
  return {
    search: query.get('search')?.normalize('NFC').trim().slice(0, longestSearch) || null,
    state: oneOf(articleStates, query.get('state')),
    section: slug('section'),
    author: slug('author'),
    language: isLocale(language) ? language : null,
    extras: extras === '1' ? true : extras === '0' ? false : null,
    sort: oneOf(articleSorts, query.get('sort')) ?? 'newest',
  };
}

/** '' or '?…'. */
export function articleQuery(filter: Partial<ArticleFilter>, after?: string | null): string {
  const query = new URLSearchParams();
  const set = (name: string, value: string | null | undefined) => {
    if (value) query.set(name, value);
  };
  set('search', filter.search);
  set('state', filter.state);
  set('section', filter.section);
  set('author', filter.author);
  set('language', filter.language);
  set('extras', filter.extras === true ? '1' : filter.extras === false ? '0' : null);
  set('sort', filter.sort === 'newest' ? null : filter.sort);
  set('after', after);
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

/** True when it leaves an article out. */
export function narrowsArticles(filter: ArticleFilter): boolean {
  return articleQuery({ ...filter, sort: 'newest' }) !== '';
}

/** The place in the list of articles after which the next page begins. */
export interface ArticleCursor {
  /** An instant to the microsecond as Postgres writes it, or, of what was brought, a count. */
  readonly at: string;
  readonly id: string;
}

const instantShape = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/;
const countShape = /^-?\d{1,15}$/;
const idShape = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Null when the address holds no cursor, or none of a list in this order. */
export function parseArticleCursor(value: string | null, sort: ArticleSort): ArticleCursor | null {
  const [at = '', id = '', ...rest] = (value ?? '').split('_');
  if (rest.length > 0 || !idShape.test(id)) return null;
  if (sort === 'brought') return countShape.test(at) ? { at, id } : null;
  return instantShape.test(at) && !Number.isNaN(Date.parse(at)) ? { at, id } : null;
}

export function formatArticleCursor({ at, id }: ArticleCursor): string {
  return `${at}_${id}`;
}
