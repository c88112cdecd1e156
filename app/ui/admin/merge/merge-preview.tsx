import type { MergeSide } from '../../../domain/privacy/merge.ts';
import { ReportPart } from '../../report-table/report-table.tsx';
import { useLocale } from '../../use-locale.ts';
import { useDates } from '../dates.tsx';

const counted = ['donations', 'memberships', 'gifts', 'grants', 'payments', 'customers'] as const;

/** The two side by side, and what it means that they become one. */
export function MergePreview({ kept, merged }: { kept: MergeSide; merged: MergeSide }) {
  const { locale, t, href } = useLocale();
  const sides = [kept, merged];
  const { day } = useDates();
  const number = new Intl.NumberFormat(locale);
  return (
    <ReportPart id="preview" title={t('identity.merge.previewTitle')}>
      <table className="table">
        <caption className="visually-hidden">{t('identity.merge.what')}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">{t('identity.merge.kept')}</th>
            <th scope="col">{t('identity.merge.merged')}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('admin.email')}</th>
            {sides.map(({ id, email }) => (
              <td key={id} className="sign-in__address">
                {email}
              </td>
            ))}
          </tr>
          <tr>
            <th scope="row">{t('identity.merge.name')}</th>
            {sides.map(({ id, name }) => (
              <td key={id}>{name ?? t('identity.merge.noName')}</td>
            ))}
          </tr>
          <tr>
            <th scope="row">{t('identity.merge.since')}</th>
            {sides.map(({ id, createdAt }) => (
              <td key={id}>{day(createdAt)}</td>
            ))}
          </tr>
          {counted.map((what) => (
            <tr key={what}>
              <th scope="row">{t(`identity.merge.count.${what}`)}</th>
              {sides.map(({ id, counts }) => (
                <td key={id}>{number.format(counts[what])}</td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">{t('identity.merge.inForce')}</th>
            {sides.map(({ id, hasMembershipInForce }) => (
              <td key={id}>
                {t(hasMembershipInForce ? 'identity.merge.yes' : 'identity.merge.no')}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
      <p>
        {t('identity.merge.access', { email: merged.email, kept: kept.name ?? kept.email })}{' '}
        <a href={href(`/admin/supporters/${merged.id}/merge?with=${kept.id}`)}>
          {t('identity.merge.swap')}
        </a>
      </p>
    </ReportPart>
  );
}
