import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import {
  Links,
  Meta,
  Outlet,
  isRouteErrorResponse,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react';
import literata from '@fontsource-variable/literata/files/literata-latin-wght-normal.woff2?url';
import literataCyrillic from '@fontsource-variable/literata/files/literata-cyrillic-wght-normal.woff2?url';
import type { ReactNode } from 'react';
import { readNewsroom } from './domain/newsroom/read-newsroom.server.ts';
import { Problem } from './ui/layout/problem.tsx';
import { pageMeta } from './ui/layout/page-meta.ts';
import { SandboxBanner } from './ui/layout/sandbox-banner.tsx';
import type { RootView } from './ui/layout/site-view.ts';
import siteStyles from './ui/styles/site.css?url';
import { useLocale } from './ui/use-locale.ts';
import './web/context.ts';
import { localeOf } from './web/locale.ts';

export const meta: MetaFunction<typeof loader> = (args) => pageMeta(args, { title: null });

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: siteStyles },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
  { rel: 'icon', href: '/favicon.ico', sizes: '32x32' },
  { rel: 'apple-touch-icon', href: '/apple-touch-icon.png' },
];

export async function loader({ request, context }: LoaderFunctionArgs): Promise<RootView> {
  const { env } = context.services;
  const newsroom = await readNewsroom(context.services);
  return {
    appUrl: env.appUrl,
    newsroomName: newsroom.name[localeOf(request)],
    entryScript: context.entryScript,
    sandbox: env.sandbox.standIns.includes('stripe')
      ? { mailboxUrl: env.sandbox.mailboxUrl, stripeUrl: env.sandbox.stripeUrl }
      : null,
  };
}

/** The document around every page, error pages too. No framework script: `<Scripts/>` is left out on purpose. */
export function Layout({ children }: { children: ReactNode }) {
  const view = useRouteLoaderData<typeof loader>('root');
  const { locale, t } = useLocale();
  return (
    <html lang={locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link
          rel="preload"
          as="font"
          type="font/woff2"
          crossOrigin="anonymous"
          href={locale === 'uk' ? literataCyrillic : literata}
        />
        <Meta />
        <Links />
        {view ? <script type="module" src={view.entryScript} /> : null}
      </head>
      <body>
        <a className="skip" href="#content">
          {t('common.skipToContent')}
        </a>
        {view?.sandbox ? <SandboxBanner sandbox={view.sandbox} /> : null}
        {children}
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

/** For what no layout could catch: no newsroom data is relied on. */
export function ErrorBoundary() {
  const error = useRouteError();
  return (
    <main id="content" tabIndex={-1}>
      <Problem status={isRouteErrorResponse(error) ? error.status : 500} />
    </main>
  );
}
