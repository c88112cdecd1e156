import { useLocation } from '@remix-run/react';
import { type Locale, intlTags, localPath } from '../../kernel/locale.ts';
import { useLocale } from '../use-locale.ts';
import type { SiteView } from './site-view.ts';

/** The newsroom's name, the sections, and the one way to support it. `path` is without language prefix; null = a page that isn't there. */
export function Masthead({ view, path }: { view: SiteView; path: string | null }) {
  const { locale, t, href } = useLocale();
  const isFront = path === '/';
  const Name = isFront ? 'h1' : 'p';
  return (
    <header className={isFront ? 'masthead masthead--front' : 'masthead'}>
      <div className="wrap">
        <div className="masthead__utility">
          {view.latestAt ? <DateLine view={view} latestAt={view.latestAt} locale={locale} /> : null}
          <ul className="masthead__links plain-list">
            <li>
              <a href={href('/search')}>{t('common.search')}</a>
            </li>
            <li>
              <OtherLanguage path={path} />
            </li>
            {view.viewer === 'staff' && (
              <li>
                <a href={href('/admin')}>{t('common.desk')}</a>
              </li>
            )}
            <li>
              {view.viewer === 'reader' ? (
                <a href={href('/sign-in')}>{t('common.signIn')}</a>
              ) : (
                <a href={href('/account')}>{t('common.account')}</a>
              )}
            </li>
          </ul>
        </div>
        <div className="masthead__title">
          <div>
            <Name className="masthead__name">
              <a href={href('/')}>{view.newsroom.name}</a>
            </Name>
            <p className="masthead__tagline">{view.newsroom.tagline[locale]}</p>
          </div>
          <a
            className={isFront ? 'button button--accent' : 'button button--quiet masthead__support'}
            href={href('/donate')}
          >
            {t('common.supportUs')}
          </a>
        </div>
        <nav className="masthead__sections" aria-label={t('common.sections')}>
          <ul className="plain-list">
            {view.sections.map((section) => {
              const to = `/${section.slug}`;
              const isHere = path === to;
              return (
                <li key={section.slug}>
                  <a href={href(to)} aria-current={isHere ? 'page' : undefined}>
                    {section.name[locale]}
                  </a>
                </li>
              );
            })}
          </ul>
        </nav>
      </div>
    </header>
  );
}

/** The date of the newest story rather than today's: the page stays the same until the paper changes. */
function DateLine({
  view,
  latestAt,
  locale,
}: {
  view: SiteView;
  latestAt: string;
  locale: Locale;
}) {
  const day = new Intl.DateTimeFormat(intlTags[locale], {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: view.newsroom.timeZone,
  }).format(new Date(latestAt));
  return (
    <p className="masthead__date">
      <time dateTime={latestAt}>{day}</time>
    </p>
  );
}

function OtherLanguage({ path }: { path: string | null }) {
  const { locale, t } = useLocale();
  const search = new URLSearchParams(useLocation().search).get('q');
  const other: Locale = locale === 'en' ? 'uk' : 'en';
  const query = path === '/search' && search ? `?q=${encodeURIComponent(search)}` : '';
  return (
    <a href={localPath(other, path ?? '/') + query} hrefLang={other} lang={other}>
      {t('common.otherLanguage')}
    </a>
  );
}
