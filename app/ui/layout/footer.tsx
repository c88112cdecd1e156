import { useLocale } from '../use-locale.ts';
import type { SiteView } from './site-view.ts';

/** Who publishes this, how to reach them, and how to follow and support them. */
export function Footer({ view }: { view: SiteView }) {
  const { locale, t, href } = useLocale();
  const { newsroom } = view;
  return (
    <footer className="footer">
      <div className="wrap footer__inside">
        <div className="footer__identity">
          <p className="footer__name">
            <a href={href('/')}>{newsroom.name}</a>
          </p>
          <p>{newsroom.tagline[locale]}</p>
          <address>
            {t('common.footerAbout', { legalName: newsroom.legalName })}
            {newsroom.address ? (
              <>
                <br />
                {newsroom.address}
              </>
            ) : null}
            {newsroom.taxId ? (
              <>
                <br />
                {t('common.taxId', { taxId: newsroom.taxId })}
              </>
            ) : null}
          </address>
        </div>
        <nav className="footer__links" aria-label={t('common.footer')}>
          <div>
            <h2>{t('common.sections')}</h2>
            <ul className="plain-list">
              {view.sections.map((section) => (
                <li key={section.slug}>
                  <a href={href(`/${section.slug}`)}>{section.name[locale]}</a>
                </li>
              ))}
            </ul>
          </div>
          <div>
            <h2>{t('common.support')}</h2>
            <ul className="plain-list">
              <li>
                <a href={href('/join')}>{t('common.becomePatron')}</a>
              </li>
              <li>
                <a href={href('/donate')}>{t('common.giveOnce')}</a>
              </li>
              <li>
                <a href={href('/gift')}>{t('gifts.buy.link')}</a>
              </li>
              <li>
                <a href={href('/wall')}>{t('wall.title')}</a>
              </li>
              <li>
                <a href={href('/account')}>{t('common.account')}</a>
              </li>
            </ul>
          </div>
          <div>
            <h2>{t('common.feeds')}</h2>
            <ul className="plain-list">
              <li>
                <a href={href('/feed.xml')}>{t('common.feedAll')}</a>
              </li>
              <li>
                <a href={`mailto:${newsroom.contactEmail}`}>{t('common.contact')}</a>
              </li>
            </ul>
          </div>
        </nav>
      </div>
    </footer>
  );
}
