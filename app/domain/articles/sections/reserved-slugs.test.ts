import { readdirSync } from 'node:fs';
import type { RouteConfigEntry } from '@remix-run/route-config';
import { expect, it } from 'vitest';
import { locales } from '../../../kernel/locale.ts';
import routes from '../../../routes.ts';
import { isSlug, reservedSlugs } from './reserved-slugs.ts';

/** The full address of every entry. */
function addresses(entries: readonly RouteConfigEntry[], parent = ''): string[] {
  return entries.flatMap((entry) => {
    const path = [parent, entry.path ?? ''].filter(Boolean).join('/');
    return [path, ...addresses(entry.children ?? [], path)];
  });
}

it('no section can take the address of a page, a file or a language', () => {
  const first = (path: string) => path.split('/')[0] ?? '';
  const files = readdirSync('public').map((name) => name.replace(/\..*$/, ''));
  const taken = [
    ...routes.flatMap((entry) => addresses([entry])).map(first),
    ...files,
    ...locales,
    ...['assets', 'media'],
  ].map((name) => name.replace(/\.(xml|txt|json|csv)$/, ''));
  const missing = new Set(taken.filter((name) => isSlug(name) && !reservedSlugs.includes(name)));
  expect([...missing]).toEqual([]);
  expect(reservedSlugs.every(isSlug)).toBe(true);
});
