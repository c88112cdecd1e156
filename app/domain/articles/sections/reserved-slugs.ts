/**
 * What a section can't be called, because the address leads elsewhere: the first part of every
 * address in the site map, of the files beside it, and of the languages. A test holds this list
 * against them.
 */
export const reservedSlugs: readonly string[] = [
  'account',
  'admin',
  'apple-touch-icon',
  'asks',
  'assets',
  'authors',
  'campaigns',
  'donate',
  'drafts',
  'en',
  'erased',
  'favicon',
  'feed',
  'gift',
  'gifts',
  'health',
  'join',
  'links',
  'media',
  'metrics',
  'orders',
  'receipts',
  'robots',
  'search',
  'sign-in',
  'sign-out',
  'sitemap',
  'thanks',
  'uk',
  'unsubscribe',
  'wall',
  'webhooks',
];

export const slugLimit = 60;

/** Lower-case Latin letters and digits, with single hyphens between. */
export function isSlug(text: string): boolean {
  return text.length <= slugLimit && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text);
}
