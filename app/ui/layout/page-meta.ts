import type { MetaDescriptor } from '@remix-run/react';
import {
  type Locale,
  barePath,
  intlTags,
  localPath,
  localeOfPath,
  locales,
} from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import type { RootView } from './site-view.ts';

interface MetaPlace {
  readonly location: { readonly pathname: string };
  readonly matches: readonly { readonly id: string; readonly data: unknown }[];
}

interface PageFacts {
  /** Without the newsroom's name, which is put after it; null = the front page, which is called by that name. */
  readonly title: string | null;
  readonly description?: string | null;
  /** The language that the page's own text is in, when it stands in one language only (an article). */
  readonly onlyIn?: Locale;
  readonly isIndexed?: boolean;
  readonly type?: 'website' | 'article';
  /** Path of a picture for previews. */
  readonly image?: { readonly path: string; readonly alt: string } | null;
  /** Path of the feed that belongs to the page, without language prefix. */
  readonly feed?: string;
  readonly more?: readonly MetaDescriptor[];
}

/** What a page tells browsers, search engines and previews about itself. */
export function pageMeta({ location, matches }: MetaPlace, page: PageFacts): MetaDescriptor[] {
  const root = rootView(matches);
  const newsroom = root?.newsroomName ?? '';
  const appUrl = root?.appUrl ?? '';
  const locale = localeOfPath(location.pathname);
  const path = barePath(location.pathname);
  const title = page.title
    ? translatorFor(locale)('common.titleOf', { page: page.title, newsroom })
    : newsroom;
  const canonical = appUrl + localPath(page.onlyIn ?? locale, path);
  const tags: MetaDescriptor[] = [
    { title },
    { property: 'og:title', content: page.title ?? newsroom },
    { property: 'og:site_name', content: newsroom },
    { property: 'og:type', content: page.type ?? 'website' },
    { property: 'og:url', content: canonical },
    { property: 'og:locale', content: intlTags[page.onlyIn ?? locale].replace('-', '_') },
  ];
  if (page.description) {
    tags.push(
      { name: 'description', content: page.description },
      { property: 'og:description', content: page.description },
    );
  }
  if (page.image) {
    tags.push(
      { property: 'og:image', content: appUrl + page.image.path },
      { property: 'og:image:alt', content: page.image.alt },
      { name: 'twitter:card', content: 'summary_large_image' },
    );
  }
  if (page.isIndexed === false) tags.push({ name: 'robots', content: 'noindex' });
  else tags.push(...addresses(appUrl, canonical, path, page.onlyIn));
  if (page.feed) {
    tags.push({
      tagName: 'link',
      rel: 'alternate',
      type: 'application/rss+xml',
      title,
      href: localPath(locale, page.feed),
    });
  }
  return [...tags, ...(page.more ?? [])];
}

function addresses(
  appUrl: string,
  canonical: string,
  path: string,
  onlyIn: Locale | undefined,
): MetaDescriptor[] {
  const tags: MetaDescriptor[] = [{ tagName: 'link', rel: 'canonical', href: canonical }];
  if (onlyIn) return tags;
  for (const locale of locales) {
    tags.push({
      tagName: 'link',
      rel: 'alternate',
      hrefLang: locale,
      href: appUrl + localPath(locale, path),
    });
  }
  return tags;
}

function rootView(matches: MetaPlace['matches']): RootView | null {
  const data = matches.find((match) => match.id === 'root')?.data;
  return isRootView(data) ? data : null;
}

function isRootView(data: unknown): data is RootView {
  return typeof data === 'object' && data !== null && 'newsroomName' in data && 'appUrl' in data;
}
