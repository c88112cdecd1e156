import { formatMoney } from '../../kernel/format.ts';
import type { Money } from '../../kernel/money.ts';
import { useLocale } from '../use-locale.ts';

/** How far a campaign has come, in figures and as a bar. */
export function CampaignProgress({
  raised,
  goal,
  percent,
}: {
  raised: Money;
  goal: Money;
  percent: number;
}) {
  const { locale, t } = useLocale();
  return (
    <div className="campaign-progress">
      <p className="campaign-progress__figures" id="campaign-figures">
        <strong>{formatMoney(raised, locale)}</strong>{' '}
        {t('giving.campaignOfGoal', { goal: formatMoney(goal, locale) })}
        <span className="campaign-progress__percent">
          {t('giving.campaignPercent', { percent: percent })}
        </span>
      </p>
      <progress
        className="campaign-progress__bar"
        max={goal.amountMinor}
        value={Math.min(raised.amountMinor, goal.amountMinor)}
        aria-labelledby="campaign-figures"
      >
        {t('giving.campaignPercent', { percent: percent })}
      </progress>
    </div>
  );
}
