import type { CampaignView } from '../../../domain/campaigns/campaign.ts';
import type { Money } from '../../../kernel/money.ts';
import { ReportTable } from '../../report-table/report-table.tsx';
import { useLocale } from '../../use-locale.ts';
import { useDates } from '../dates.tsx';
import { sum } from '../figures.tsx';
import { campaignPaymentsPath } from './campaign-paths.ts';

/** Campaigns with what they have brought, to the cent as the ledger has it. */
export function CampaignTable({
  campaigns,
  mayAct,
}: {
  campaigns: readonly (CampaignView & { readonly others: readonly Money[] })[];
  mayAct: boolean;
}) {
  const { locale, t, href } = useLocale();
  const { shortDay } = useDates();
  return (
    <ReportTable
      label={t('desk.campaigns')}
      head={[
        { label: t('campaigns.campaign') },
        { label: t('campaigns.when'), isWideOnly: true },
        { label: t('campaigns.goal'), isFigure: true, isWideOnly: true },
        { label: t('campaigns.raised'), isFigure: true },
      ]}
    >
      {campaigns.map((campaign) => (
        <tr key={campaign.id}>
          <th scope="row">
            {mayAct ? (
              <a href={href(`/admin/campaigns/${campaign.id}`)}>{campaign.title[locale]}</a>
            ) : (
              campaign.title[locale]
            )}
            <span className="report-table__note">
              <a href={href(`/campaigns/${campaign.slug}`)}>
                {t('campaigns.page')}
                <span className="visually-hidden"> {campaign.title[locale]}</span>
              </a>
            </span>
          </th>
          <td className="wide-only">
            {t(`campaigns.stage.${campaign.stage}`)}
            <span className="report-table__note">
              {t('campaigns.fromUntil', {
                from: shortDay(campaign.startsAt),
                // It is over at the first instant after its last day.
                until: shortDay(new Date(campaign.endsAt.getTime() - 1)),
              })}
            </span>
            {mayAct && campaign.stage !== 'over' ? (
              <span className="report-table__note">
                <a href={href(`/admin/campaigns/${campaign.id}/end`)}>
                  {t('campaigns.end')}
                  <span className="visually-hidden"> {campaign.title[locale]}</span>
                </a>
              </span>
            ) : null}
          </td>
          <td className="figure wide-only">{sum(campaign.goal, locale)}</td>
          <td className="figure">
            <a href={href(campaignPaymentsPath(campaign.id, campaign.goal.currency))}>
              {sum(campaign.raised, locale)}
            </a>
            <span className="report-table__note">
              {t('campaigns.percent', { percent: campaign.percent })}
            </span>
            {campaign.others.map((other) => (
              <span key={other.currency} className="report-table__note">
                <a href={href(campaignPaymentsPath(campaign.id, other.currency))}>
                  {t('campaigns.also', { amount: sum(other, locale) })}
                </a>
              </span>
            ))}
          </td>
        </tr>
      ))}
    </ReportTable>
  );
}
