import { Feed } from 'feed';
import { type BlockView, storyPath } from '../../domain/articles/article.ts';
import { pictureNear } from '../../domain/articles/picture.ts';
import type { FeedView } from '../../domain/articles/feed.ts';
import { type Locale, localPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { escapeHtml } from './escape-html.ts';

interface FeedSite {
  readonly appUrl: string;
  readonly newsroomName: string;
  readonly tagline: string;
  readonly contactEmail: string;
}

/** RSS 2.0: the whole of each story's public text. Extras are named, with a link, and nothing more. */
export function feedXml(view: FeedView, site: FeedSite, locale: Locale): string {
  const t = translatorFor(locale);
  const { section, stories } = view;
  const path = section ? `/${section.slug}` : '/';
  const title = section
    ? t('reading.feedTitle', { newsroom: site.newsroomName, section: section.name[locale] })
    : site.newsroomName;
  const address = site.appUrl + localPath(locale, path);
  const feed = new Feed({
    id: address,
    link: address,
    title,
    description: site.tagline,
    language: locale,
    copyright: site.newsroomName,
    generator: 'Masthead',
    updated: newestOf(view),
    ttl: 15,
    feedLinks: {
      rss: site.appUrl + localPath(locale, section ? `/${section.slug}/feed.xml` : '/feed.xml'),
    },
  });
  for (const story of stories) {
    const link = site.appUrl + localPath(locale, storyPath(story));
    feed.addItem({
      id: link,
      guid: link,
      link,
      title: story.headline,
      description: story.dek,
      date: new Date(story.publishedAt),
      author: story.authors.map(({ name }) => ({ name, email: site.contactEmail })),
      category: [{ name: story.section.name[locale] }],
      content: [
        story.teaserHtml ??
          story.blocks.map((block) => blockHtml(block, site.appUrl, link)).join('\n'),
        story.isForSupporters
          ? `<p><a href="${link}">${escapeHtml(t('reading.feedMore'))}</a></p>`
          : '',
      ].join('\n'),
    });
  }
  return feed.rss2();
}

/** Not now: a feed is the same until a story changes. */
function newestOf({ stories }: FeedView): Date {
  const times = stories.map(({ publishedAt, updatedAt }) =>
    Math.max(Date.parse(publishedAt), Date.parse(updatedAt)),
  );
  return new Date(Math.max(0, ...times));
}

function blockHtml(block: BlockView, appUrl: string, link: string): string {
  switch (block.type) {
    case 'text':
    case 'note':
      return block.html;
    case 'quote': {
      const by = block.by ? `<footer>${escapeHtml(block.by)}</footer>` : '';
      return `<blockquote>${block.html}${by}</blockquote>`;
    }
    case 'picture': {
      const source = appUrl + pictureNear(block.picture, 960);
      const words = [block.caption, block.picture.credit].filter(Boolean).join(' ');
      return `<figure><img src="${source}" alt="${escapeHtml(block.picture.alt)}"><figcaption>${escapeHtml(words)}</figcaption></figure>`;
    }
    case 'embed': {
      const picture = block.picture
        ? `<img src="${appUrl}${pictureNear(block.picture, 960)}" alt="${escapeHtml(block.picture.alt)}">`
        : '';
      return `<figure><strong>${escapeHtml(block.title)}</strong>${picture}<figcaption>${block.html}</figcaption></figure>`;
    }
    case 'extra':
      return `<p><a href="${link}#${encodeURIComponent(block.id)}">${escapeHtml(block.title)}</a> (${escapeHtml(block.holds)})</p>`;
  }
}
