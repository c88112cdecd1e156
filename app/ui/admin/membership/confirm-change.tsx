import { whyMaxLength } from '../../../domain/supporters/why.ts';
import { formatDay } from '../../../kernel/format.ts';
import { negateMoney } from '../../../kernel/money.ts';
import type { MessageKey } from '../../../messages/translate.ts';
import type { ChangeFiguresView } from '../../account/change/change-figures.tsx';
import { eachInterval } from '../../account/change/terms-text.ts';
import { Button } from '../../elements/button.tsx';
import { TextArea } from '../../elements/field.tsx';
import { ReportPart } from '../../report-table/report-table.tsx';
import { useLocale } from '../../use-locale.ts';
import { sum } from '../figures.tsx';

export interface ShownChange {
  readonly fields: {
    readonly tier: string;
    readonly frequency: string;
    readonly ownAmount: string;
    readonly coversFee: boolean;
  };
  /** What is sent back with the confirmation; `at` in Unix seconds, sums in minor units. */
  readonly shown: { readonly at: number; readonly dueNow: number; readonly next: number };
  readonly figures: ChangeFiguresView;
}

/** A change in Stripe's own figures, why, and the button that makes it. */
export function ConfirmChange({
  change,
  timeZone,
  why,
  whyError,
}: {
  change: ShownChange;
  timeZone: string;
  why: string | undefined;
  whyError: MessageKey | undefined;
}) {
  const { locale, t } = useLocale();
  const { fields, figures, shown } = change;
  const terms = ({ tierName, ...rest }: ChangeFiguresView['before']) =>
    t('staffChange.terms', { tier: tierName[locale], amount: eachInterval(t, locale, rest) });
  const day = (instant: string) => formatDay(new Date(instant), locale, timeZone);
  const { coversFee, ...typed } = fields;
  const sent = { ...typed, ...(coversFee ? { coversFee: 'yes' } : {}), ...shown };
  const query = new URLSearchParams({ ...typed, ...(coversFee ? { coversFee: 'yes' } : {}) });
  const lines: (readonly [string, string] | null)[] = [
    [t('staffChange.before'), terms(figures.before)],
    [t('staffChange.after'), terms(figures.after)],
    figures.timing === 'now' && figures.credited.amountMinor !== 0
      ? [t('staffChange.credited'), sum(negateMoney(figures.credited), locale)]
      : null,
    [
      t('staffChange.dueNow'),
      figures.timing === 'now' ? sum(figures.dueNow, locale) : t('staffChange.nothingNow'),
    ],
    [t('staffChange.next', { date: day(figures.next.at) }), sum(figures.next.amount, locale)],
    figures.replaces ? [t('staffChange.replaces'), terms(figures.replaces)] : null,
  ];
  return (
    <ReportPart id="change" title={t('staffChange.effects')} definition={t('staffChange.consent')}>
      <dl className="facts">
        {lines.flatMap((line) =>
          line
            ? [<dt key={`${line[0]}-name`}>{line[0]}</dt>, <dd key={line[0]}>{line[1]}</dd>]
            : [],
        )}
      </dl>
      <form method="post" action={`?${query.toString()}`} className="desk-form" noValidate>
        {Object.entries(sent).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <TextArea
          name="why"
          label={t('deskSupporter.refund.why')}
          hint={t('deskSupporter.refund.whyHint')}
          defaultValue={why}
          error={whyError}
          maxLength={whyMaxLength}
          required
        />
        <p>
          <Button look="accent">
            {figures.timing === 'now' && figures.dueNow.amountMinor > 0
              ? t('staffChange.submitCharge', { amount: sum(figures.dueNow, locale) })
              : t('staffChange.submit')}
          </Button>
        </p>
      </form>
    </ReportPart>
  );
}
