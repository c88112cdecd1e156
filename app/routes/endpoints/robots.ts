import type { LoaderFunctionArgs } from '@remix-run/node';

/** What machines need not visit: nobody's account, no desk, no half-done payment. */
const closed = [
  '/account',
  '/admin',
  '/links',
  '/orders',
  '/receipts',
  '/search',
  '/sign-in',
  '/thanks',
  '/unsubscribe',
];

export function loader({ context }: LoaderFunctionArgs): Response {
  const lines = [
    'User-agent: *',
    ...closed.flatMap((path) => [`Disallow: ${path}`, `Disallow: /uk${path}`]),
    '',
    `Sitemap: ${context.services.env.appUrl}/sitemap.xml`,
    '',
  ];
  return new Response(lines.join('\n'), {
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'Cache-Control': 'public, max-age=3600',
    },
  });
}
