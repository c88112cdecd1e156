import { type StateLevel, type SystemState, levelOf } from '../../domain/reports/system-state.ts';
import { money } from '../../kernel/money.ts';
import type { MessageKey } from '../../messages/translate.ts';
import { ReportPart, ReportTable } from '../report-table/report-table.tsx';
import { useLocale } from '../use-locale.ts';
import { useDates } from './dates.tsx';
import { sum, wholeNumber } from './figures.tsx';

interface Line {
  readonly label: MessageKey;
  readonly value: string;
  readonly level: StateLevel;
  readonly note?: string | null;
}

const words: Record<StateLevel, MessageKey> = {
  good: 'admin.system.ok',
  warn: 'admin.system.look',
  bad: 'admin.system.act',
};

/** Whether the machinery behind the figures is in order, and what to do where it is not. */
export function SystemList({ state, isSandbox }: { state: SystemState; isSandbox: boolean }) {
  const { t } = useLocale();
  const lines = useLines(state);
  return (
    <ReportPart id="system" title={t('admin.system')} definition={t('admin.systemDefinition')}>
      <ReportTable
        label={t('admin.system')}
        head={[
          { label: t('admin.what') },
          { label: t('admin.status') },
          { label: t('admin.count'), isFigure: true },
        ]}
      >
        <tr>
          <th scope="row">{t('admin.system.payments')}</th>
          <td colSpan={2} className="figure">
            {t(isSandbox ? 'admin.system.sandbox' : 'admin.system.stripe')}
          </td>
        </tr>
        {lines.map((line) => (
          <tr key={line.label}>
            <th scope="row">
              {t(line.label)}
              {line.note ? <span className="report-table__note">{line.note}</span> : null}
            </th>
            <td>
              <span className={`state state--${line.level}`}>{t(words[line.level])}</span>
            </td>
            <td className="figure">{line.value}</td>
          </tr>
        ))}
      </ReportTable>
    </ReportPart>
  );
}

function useLines({ events, mails, unsettled, drift, rollups }: SystemState): Line[] {
  const { locale, t } = useLocale();
  const { instant } = useDates();
  const since = (at: Date | null) =>
    at ? t('admin.system.oldest', { instant: instant(at) }) : null;
  const line = (
    label: MessageKey,
    count: number,
    level: 'good' | 'warn' | 'bad',
    note?: string | null,
  ): Line => ({
    label,
    value: wholeNumber(count, locale),
    level: level === 'good' ? 'good' : levelOf(count, level),
    note: count === 0 ? null : note,
  });
  const join = (...notes: (string | null)[]) => notes.filter((note) => note !== null).join('. ');
  return [
    line(
      'admin.system.eventsWaiting',
      events.waiting,
      'warn',
      join(since(events.oldestWaitingAt), t('admin.system.remedy.eventsWaiting')),
    ),
    line('admin.system.eventsParked', events.parked, 'warn'),
    line('admin.system.eventsFailed', events.failed, 'bad', t('admin.system.remedy.eventsFailed')),
    line(
      'admin.system.eventsSetAside',
      events.setAside,
      'bad',
      t('admin.system.remedy.eventsSetAside'),
    ),
    line('admin.system.mailsQueued', mails.queued, 'good'),
    line('admin.system.mailsFailed', mails.failed, 'bad', t('admin.system.remedy.mailsFailed')),
    line(
      'admin.system.unsettled',
      unsettled.count,
      'warn',
      join(since(unsettled.oldestAt), t('admin.system.remedy.unsettled')),
    ),
    {
      label: 'admin.system.drift',
      value: drift.length === 0 ? t('admin.system.agree') : wholeNumber(drift.length, locale),
      level: levelOf(drift.length, 'bad'),
      note: join(
        ...drift.map(({ currency, byChanges, byMemberships }) =>
          t('admin.system.differ', {
            currency,
            byChanges: sum(money(byChanges, currency), locale),
            byMemberships: sum(money(byMemberships, currency), locale),
          }),
        ),
      ),
    },
    {
      label: 'overview.system.rollups',
      value:
        rollups.differences === 0
          ? t('admin.system.agree')
          : wholeNumber(rollups.differences ?? 0, locale),
      level: levelOf(rollups.differences ?? 0, 'bad'),
      note: join(
        rollups.checkedAt
          ? t('overview.system.checked', { instant: instant(rollups.checkedAt) })
          : t('overview.system.unchecked'),
        rollups.differences ? t('overview.system.rebuild') : null,
      ),
    },
  ];
}
