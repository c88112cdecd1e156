import { Fragment } from 'react';
import type { GivingCurrency } from '../../../kernel/currencies.ts';
import { formatMoney } from '../../../kernel/format.ts';
import { type AmountRules, frequencies, fromMajor } from '../../../kernel/giving-amounts.ts';
import { ReportPart, ReportTable } from '../../report-table/report-table.tsx';
import { useLocale } from '../../use-locale.ts';

/** What is suggested and taken in one currency. */
export function AmountTable({
  currency,
  rules,
  mayAct,
}: {
  currency: GivingCurrency;
  rules: AmountRules[GivingCurrency];
  mayAct: boolean;
}) {
  const { locale, t, href } = useLocale();
  const say = (major: number) => formatMoney(fromMajor(major, currency), locale);
  return (
    <ReportPart id={`amounts-${currency}`} title={currency}>
      <ReportTable
        label={t('amounts.editTitle', { currency })}
        head={[
          { label: t('admin.what') },
          { label: t('amounts.min'), isFigure: true },
          { label: t('amounts.max'), isFigure: true },
          { label: t('amounts.presets'), isFigure: true },
        ]}
      >
        {frequencies.map((frequency) => {
          const { min, max, presets, suggested } = rules[frequency];
          return (
            <tr key={frequency}>
              <th scope="row">{t(`amounts.${frequency}`)}</th>
              <td className="figure">{say(min)}</td>
              <td className="figure">{say(max)}</td>
              <td className="figures">
                {presets.map((preset, index) => (
                  <Fragment key={preset}>
                    <span>
                      {preset === suggested ? <strong>{say(preset)}</strong> : say(preset)}
                      {index < presets.length - 1 ? ' ·' : ''}
                    </span>{' '}
                  </Fragment>
                ))}
              </td>
            </tr>
          );
        })}
      </ReportTable>
      {mayAct ? (
        <p>
          <a href={href(`/admin/amounts/${currency}`)}>{t('amounts.edit', { currency })}</a>
        </p>
      ) : null}
    </ReportPart>
  );
}
