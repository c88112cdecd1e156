import { invalidRequest } from './errors.ts';
import type { Kind, Tables } from './objects/tables.ts';
import { integer, requiredText, text } from './params.ts';
import type { Route } from './router.ts';

interface Clause {
  field: string;
  operator: ':' | '<' | '<=' | '>' | '>=' | '~';
  value: string | null;
  isNegated: boolean;
}

const CLAUSE =
  /^(-)?([a-z_]+(?:\["[^"]+"\]|\['[^']+'\])?)\s*(>=|<=|:|~|>|<)\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|null|-?\d+)\s*/;

/**
 * Reads a search query: clauses joined by AND, or by OR, never both
 * (https://docs.stripe.com/search#search-query-language).
 */
export function parseQuery(query: string): { clauses: Clause[]; joined: 'AND' | 'OR' } {
  const clauses: Clause[] = [];
  let joined: 'AND' | 'OR' | null = null;
  let rest = query.trim();
  while (rest !== '') {
    const match = CLAUSE.exec(rest);
    if (!match) throw invalidRequest(`We were unable to parse your search query.`, 'query');
    const [whole, minus, field = '', operator = ':', raw = ''] = match;
    clauses.push({
      field,
      operator: operator as Clause['operator'],
      value: raw === 'null' ? null : raw.replaceAll(/^["']|["']$/g, '').replaceAll(/\\(.)/g, '$1'),
      isNegated: minus !== undefined,
    });
    rest = rest.slice(whole.length);
    const word = /^(AND|OR)\s+/i.exec(rest);
    if (!word && rest === '') break;
    const next = (word?.[1] ?? 'AND').toUpperCase() === 'OR' ? 'OR' : 'AND';
    if (joined !== null && joined !== next) {
      throw invalidRequest("You can't combine AND and OR in one search query.", 'query');
    }
    joined = next;
    rest = rest.slice(word?.[0].length ?? 0);
  }
  if (clauses.length === 0) throw invalidRequest('The search query is empty.', 'query');
  return { clauses, joined: joined ?? 'AND' };
}

function holds(object: object, clause: Clause, texts: readonly string[]): boolean {
  const [name = '', key] = clause.field.split(/\["|\['|"\]|'\]/);
  if (name !== 'metadata' && name !== 'created' && !texts.includes(name))
    throw invalidRequest(`Field \`${name}\` is an unsupported search field.`, 'query');
  const held: unknown =
    key === undefined
      ? Reflect.get(object, name)
      : Reflect.get(Reflect.get(object, name) as object, key);
  const found = compare(held, clause);
  return clause.isNegated ? !found : found;
}

function compare(held: unknown, { operator, value }: Clause): boolean {
  if (value === null) return held === null || held === undefined;
  if (held === null || held === undefined) return false;
  if (typeof held === 'number') {
    const number = Number(value);
    if (operator === '>') return held > number;
    if (operator === '>=') return held >= number;
    if (operator === '<') return held < number;
    return operator === '<=' ? held <= number : held === number;
  }
  if (typeof held !== 'string') return false;
  const [a, b] = [held.toLowerCase(), value.toLowerCase()];
  return operator === '~' ? a.includes(b) : a === b;
}

/**
 * A search, newest first, `limit` 1 to 100 (10). Stripe's own takes up to a minute to know of a
 * change; this one knows at once (https://docs.stripe.com/search#data-freshness).
 */
export function searchRoute<K extends Kind>(
  kind: K,
  path: string,
  texts: readonly (keyof Tables[K] & string)[],
): Route {
  return {
    method: 'GET',
    path,
    params: ['limit', 'page', 'query'],
    handle: (_step, { params, store }) => {
      const { clauses, joined } = parseQuery(requiredText(params, 'query'));
      const limit = integer(params, 'limit') ?? 10;
      if (limit < 1 || limit > 100)
        throw invalidRequest('Limit must be between 1 and 100.', 'limit');
      const skip = Number(text(params, 'page') ?? '0');
      if (!Number.isInteger(skip)) throw invalidRequest('Invalid page.', 'page');
      const found = [...store.order(kind)].reverse().flatMap((id) => {
        const object = store.get(kind, id);
        if (!object) return [];
        const test = (clause: Clause) => holds(object, clause, texts);
        return (joined === 'AND' ? clauses.every(test) : clauses.some(test)) ? [object] : [];
      });
      const more = found.length > skip + limit;
      return {
        object: 'search_result',
        data: found.slice(skip, skip + limit),
        has_more: more,
        next_page: more ? String(skip + limit) : null,
        url: path,
      };
    },
  };
}
