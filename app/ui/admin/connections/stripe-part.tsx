import type { StripeCheck } from '../../../domain/connections/stripe-check.ts';
import type { CheckLine } from '../../../domain/connections/stripe-check.ts';
import type { MessageKey } from '../../../messages/translate.ts';
import { ButtonLink } from '../../elements/button.tsx';
import { ReportPart, ReportTable } from '../../report-table/report-table.tsx';
import { useLocale } from '../../use-locale.ts';
import { At } from '../dates.tsx';

const looks = { ok: 'good', todo: 'warn', broken: 'bad' } as const;

const whatToDo: Record<CheckLine['key'], MessageKey | null> = {
  account: null,
  charges: 'connections.do.charges',
  payouts: 'connections.do.payouts',
  requirements: 'connections.do.requirements',
  capabilities: 'connections.do.capabilities',
  endpoint: 'connections.do.endpoint',
  endpointEnabled: 'connections.do.endpointEnabled',
  endpointVersion: 'connections.do.endpointVersion',
  eventsMissing: 'connections.do.eventsMissing',
  eventsExtra: 'connections.do.eventsExtra',
  lastEvent: 'connections.do.lastEvent',
};

/** What Stripe has of us, line by line, and what to press there where something is missing. */
export function StripePart({ check, mayAct }: { check: StripeCheck; mayAct: boolean }) {
  const { t, href } = useLocale();
  return (
    <ReportPart
      id="stripe"
      title={t('connections.stripe')}
      definition={t('connections.stripeDefinition')}
    >
      <p>{t('connections.mode', { mode: check.isLive ? 'live' : 'test' })}</p>
      <ReportTable
        label={t('connections.stripe')}
        head={[{ label: t('admin.what') }, { label: t('admin.status') }]}
      >
        {check.lines.map((line) => (
          <tr key={line.key}>
            <th scope="row">
              {t(`connections.line.${line.key}`)}
              <Note line={line} lastEventAt={check.lastEventAt} />
            </th>
            <td>
              <span className={`state state--${looks[line.level]}`}>
                {t(`connections.level.${line.level}`)}
              </span>
            </td>
          </tr>
        ))}
      </ReportTable>
      {mayAct && check.isEndpointWrong ? (
        <p className="more">
          <ButtonLink to={href('/admin/connections/webhook')} look="accent">
            {t('connections.webhook')}
          </ButtonLink>
        </p>
      ) : null}
    </ReportPart>
  );
}

function Note({ line, lastEventAt }: { line: CheckLine; lastEventAt: Date | null }) {
  const { t } = useLocale();
  if (line.key === 'lastEvent' && lastEventAt) {
    return (
      <span className="report-table__note">
        <At instant={lastEventAt} />
      </span>
    );
  }
  const todo = line.level === 'ok' ? null : whatToDo[line.key];
  return (
    <>
      {todo ? <span className="report-table__note">{t(todo)}</span> : null}
      {line.names.length > 0 ? (
        <span className="report-table__note">{line.names.join(', ')}</span>
      ) : null}
    </>
  );
}
