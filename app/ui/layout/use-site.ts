import { useRouteLoaderData } from '@remix-run/react';
import { useLocale } from '../use-locale.ts';
import type { SiteView } from './site-view.ts';

/** The newsroom's time zone, inside the site's layout; UTC elsewhere. */
export function useTimeZone(): string {
  const { locale } = useLocale();
  const view = useRouteLoaderData<SiteView>(`${locale}/site-layout`);
  return view?.newsroom.timeZone ?? 'UTC';
}
