import type { PublicFacts } from '../../domain/wall/wall.ts';
import type { SupporterProfile } from '../../domain/reports/supporter-profile.ts';
import { ReportPart } from '../report-table/report-table.tsx';
import { useLocale } from '../use-locale.ts';
import { At, useDates } from './dates.tsx';

/** Who a supporter is, and what they may open now, with the reason. */
export function SupporterIdentity({
  profile,
  wall,
}: {
  profile: SupporterProfile;
  wall: PublicFacts;
}) {
  const { t } = useLocale();
  const { day } = useDates();
  const { entitlement } = profile;
  return (
    <ReportPart id="identity" title={t('admin.identity')}>
      <dl className="facts">
        <dt>{t('admin.accessNow')}</dt>
        <dd>
          <span className={`state state--${entitlement.isOpen ? 'good' : 'quiet'}`}>
            {t(entitlement.isOpen ? 'admin.accessOpen' : 'admin.accessClosed')}
          </span>{' '}
          {t(`admin.because.${entitlement.because}`)}{' '}
          {entitlement.isOpen && entitlement.until
            ? t('admin.until', { day: day(entitlement.until) })
            : null}
        </dd>
        <dt>{t('admin.email')}</dt>
        <dd>
          {profile.erasedAt ? (
            t('identity.erasedPerson')
          ) : (
            <a href={`mailto:${profile.email}`}>{profile.email}</a>
          )}
        </dd>
        <dt>{t('admin.emailProved')}</dt>
        <dd>
          {profile.emailVerifiedAt ? (
            <At instant={profile.emailVerifiedAt} />
          ) : (
            t('admin.emailNotProved')
          )}
        </dd>
        <dt>{t('admin.since')}</dt>
        <dd>
          <At instant={profile.createdAt} />
        </dd>
        <dt>{t('admin.publicName')}</dt>
        <dd>{wall.names.length > 0 ? wall.names.join(', ') : t('admin.notNamed')}</dd>
        <dt>{t('wall.admin.public')}</dt>
        <dd>
          {wall.named > 0
            ? t('wall.admin.publicCount', { named: wall.named, amounts: wall.amounts })
            : t('wall.admin.publicNothing')}
        </dd>
        <dt>{t('admin.language')}</dt>
        <dd>{t('admin.languageName', { language: profile.locale })}</dd>
        <dt>{t('admin.country')}</dt>
        <dd>{profile.country ?? t('admin.none')}</dd>
        <dt>{t('admin.stripeCustomers')}</dt>
        <dd>
          {profile.customerIds.length === 0
            ? t('admin.none')
            : profile.customerIds.map((id) => (
                <code key={id} className="sums__one">
                  {id}
                </code>
              ))}
        </dd>
        {profile.role ? (
          <>
            <dt>{t('admin.staffRole')}</dt>
            <dd>{t('admin.role', { role: profile.role })}</dd>
          </>
        ) : null}
      </dl>
    </ReportPart>
  );
}
