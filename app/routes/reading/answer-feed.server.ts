import { readFeed } from '../../domain/articles/read-feed.server.ts';
import { readNewsroom } from '../../domain/newsroom/read-newsroom.server.ts';
import type { Services } from '../../services.server.ts';
import { feedXml } from '../../ui/feed/feed-xml.ts';
import { localeOf } from '../../web/locale.ts';

/** The feed of a section (null = of everything) in the language of its address; 404 for no such section. */
export async function answerFeed(
  request: Request,
  services: Services,
  sectionSlug: string | null,
): Promise<Response> {
  const locale = localeOf(request);
  const [view, newsroom] = await Promise.all([
    readFeed(services, { locale, sectionSlug }),
    readNewsroom(services),
  ]);
  if (!view) return new Response('Not found\n', { status: 404 });
  const site = {
    appUrl: services.env.appUrl,
    newsroomName: newsroom.name[locale],
    tagline: newsroom.tagline[locale],
    contactEmail: newsroom.contactEmail,
  };
  return new Response(feedXml(view, site, locale), {
    headers: {
      'Content-Type': 'application/rss+xml; charset=utf-8',
      'Cache-Control': 'public, max-age=300',
    },
  });
}
