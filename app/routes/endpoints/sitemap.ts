import type { LoaderFunctionArgs } from '@remix-run/node';
import { listAddresses } from '../../domain/articles/list-addresses.server.ts';
import { listSections } from '../../domain/articles/list-sections.server.ts';
import { localPath, locales } from '../../kernel/locale.ts';
import { escapeHtml } from '../../ui/feed/escape-html.ts';

/** Every page worth finding: https://www.sitemaps.org/protocol.html */
export async function loader({ context }: LoaderFunctionArgs): Promise<Response> {
  const { services } = context;
  const [{ sections }, stories] = await Promise.all([
    listSections(services),
    listAddresses(services),
  ]);
  const pages = ['/', '/donate', '/join', ...sections.map(({ slug }) => `/${slug}`)];
  const entries = [
    ...pages.flatMap((path) => locales.map((locale) => entry(localPath(locale, path), null))),
    ...stories.map(({ path, updatedAt }) => entry(path, updatedAt)),
  ];
  function entry(path: string, updatedAt: Date | null): string {
    const modified = updatedAt ? `<lastmod>${updatedAt.toISOString()}</lastmod>` : '';
    return `<url><loc>${escapeHtml(services.env.appUrl + path)}</loc>${modified}</url>`;
  }
  const xml = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...entries,
    '</urlset>',
    '',
  ].join('\n');
  return new Response(xml, {
    headers: {
      'Content-Type': 'application/xml; charset=utf-8',
      'Cache-Control': 'public, max-age=3600',
    },
  });
}
