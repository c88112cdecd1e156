import { type AskTest, creditOf, variantCode } from '../../../domain/asks/ab-test/ab-test.ts';
import type {
  ArmResult,
  AskTestResult,
  Comparison,
} from '../../../domain/reports/ask-tests/ask-test-result.ts';
import type { Estimate } from '../../../domain/reports/ask-tests/intervals.ts';
import type { DaySpan } from '../../../domain/reports/report-range.ts';
import { type Locale, intlTags } from '../../../kernel/locale.ts';
import type { Money } from '../../../kernel/money.ts';
import { ReportTable } from '../../report-table/report-table.tsx';
import { useLocale } from '../../use-locale.ts';
import { sum, wholeNumber } from '../figures.tsx';
import { paymentsPath } from '../overview/payments-path.ts';

interface Props {
  readonly test: AskTest;
  readonly result: AskTestResult;
  /** From the first day of the test until today: renewals count too. */
  readonly days: DaySpan;
}

/** What each arm of a test brought, and what can be said of the difference. */
export function TestResult({ test, result, days }: Props) {
  const { t } = useLocale();
  return (
    <>
      {result.comparisons.map((one) => (
        <Said key={one.against} one={one} />
      ))}
      <ReportTable
        label={t('askTest.result', { number: test.number })}
        head={[
          { label: t('askTest.arm') },
          { label: t('askTest.readers'), isFigure: true },
          { label: t('askTest.givers'), isFigure: true },
          { label: t('askTest.conversion'), isFigure: true },
          { label: t('askTest.income'), isFigure: true, isWideOnly: true },
          { label: t('askTest.perThousand'), isFigure: true },
        ]}
      >
        {result.arms.map((arm) => (
          <ArmRow key={arm.arm} {...{ arm, test, days }} />
        ))}
      </ReportTable>
    </>
  );
}

function ArmRow({ arm, test, days }: { arm: ArmResult } & Omit<Props, 'result'>) {
  const { locale, t, href } = useLocale();
  const { askId, askVariant } = creditOf(test.askId, variantCode(test.number, arm.arm));
  const also = { variant: askVariant, ...(askId ? { askId } : {}) };
  const givers = wholeNumber(arm.givers, locale);
  const { value, low, high } = arm.conversion;
  return (
    <tr>
      <th scope="row">{t(`askTest.arm.${arm.arm}`)}</th>
      <td className="figure">{wholeNumber(arm.readers, locale)}</td>
      <td className="figure">
        {arm.givers > 0 ? <a href={href(paymentsPath(days, { also }))}>{givers}</a> : givers}
      </td>
      <td className="figure">
        {arm.readers > 0 ? (
          <>
            {percent(value, locale)}
            <span className="report-table__note">
              {t('askTest.between', { low: percent(low, locale), high: percent(high, locale) })}
            </span>
          </>
        ) : (
          t('admin.none')
        )}
      </td>
      <td className="figure wide-only">
        <Amounts amounts={arm.income.map((one) => one.sum)} />
      </td>
      <td className="figure">
        <Amounts amounts={arm.income.flatMap((one) => one.perThousand ?? [])} />
      </td>
    </tr>
  );
}

function Amounts({ amounts }: { amounts: readonly Money[] }) {
  const { locale, t } = useLocale();
  if (amounts.length === 0) return t('admin.none');
  return amounts.map((amount) => (
    <span key={amount.currency} className="sums__one">
      {sum(amount, locale)}
    </span>
  ));
}

function Said({ one: { against, verdict, income, conversion } }: { one: Comparison }) {
  const { locale, t } = useLocale();
  return (
    <div className="ask-test__said">
      <p className="ask-test__verdict">
        <strong>{t(`askTest.verdict.${against}.${verdict}`)}</strong>
      </p>
      {income ? (
        <p>
          {t(`askTest.difference.${against}`, {
            ...{ value: signed(income.value, locale) },
            ...{ low: signed(income.low, locale), high: signed(income.high, locale) },
          })}{' '}
          {t('askTest.differenceShare', points(conversion, locale))}
        </p>
      ) : null}
    </div>
  );
}

function signed(amount: Money, locale: Locale): string {
  return `${amount.amountMinor > 0 ? '+' : ''}${sum(amount, locale)}`;
}

function percent(value: number, locale: Locale): string {
  return new Intl.NumberFormat(intlTags[locale], {
    ...{ style: 'percent', minimumFractionDigits: 2, maximumFractionDigits: 2 },
  }).format(value);
}

/** A difference of shares, in percentage points. */
function points({ value, low, high }: Estimate, locale: Locale) {
  const format = new Intl.NumberFormat(intlTags[locale], {
    ...{ minimumFractionDigits: 2, maximumFractionDigits: 2, signDisplay: 'exceptZero' },
  });
  const say = (part: number) => format.format(part * 100).replace('-', '\u2212');
  return { value: say(value), low: say(low), high: say(high) };
}
