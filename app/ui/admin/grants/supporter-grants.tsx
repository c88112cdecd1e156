import type { ListedGrant } from '../../../domain/grants/grant.ts';
import { ReportPart } from '../../report-table/report-table.tsx';
import { useLocale } from '../../use-locale.ts';
import { GrantTable } from './grant-table.tsx';

/** What the newsroom has given to one person, on their page at the desk, and the way to give more. */
export function SupporterGrants({
  grants,
  email,
}: {
  grants: readonly ListedGrant[];
  email: string;
}) {
  const { t, href } = useLocale();
  return (
    <ReportPart id="grants" title={t('grants.part')}>
      {grants.length > 0 ? (
        <GrantTable grants={grants} mayAct hasPerson={false} />
      ) : (
        <p>{t('grants.partNone')}</p>
      )}
      <p>
        <a href={`${href('/admin/grants/new')}?email=${encodeURIComponent(email)}`}>
          {t('grants.new')}
        </a>
      </p>
    </ReportPart>
  );
}
