import type { DnsLine } from '../../../domain/connections/mail-dns.ts';
import type { ServerAnswer } from '../../../domain/ports/mail-checks.ts';
import { ReportPart, ReportTable } from '../../report-table/report-table.tsx';
import { useLocale } from '../../use-locale.ts';

const looks = { ok: 'good', todo: 'warn', broken: 'bad', unknown: 'warn' } as const;

/** Whether the mail server lets us in, in its own words when it does not. */
export function MailServerPart({ host, answer }: { host: string; answer: ServerAnswer }) {
  const { t } = useLocale();
  const level = answer.ok ? 'ok' : 'broken';
  return (
    <ReportPart id="server" title={t('mailCheck.server')}>
      <dl className="facts">
        <dt>{host}</dt>
        <dd>
          <State level={level} />
          <span className="report-table__note">{serverWords(t, answer)}</span>
        </dd>
      </dl>
    </ReportPart>
  );
}

function serverWords(t: ReturnType<typeof useLocale>['t'], answer: ServerAnswer): string {
  if (answer.ok) return t('mailCheck.serverGood');
  const { code, reply } = answer;
  return reply === null
    ? t('mailCheck.serverSilent', { code })
    : t('mailCheck.serverReply', { code, reply });
}

/** The records that other mail servers judge our mails by. */
export function MailDnsPart({ domain, lines }: { domain: string; lines: readonly DnsLine[] }) {
  const { t } = useLocale();
  return (
    <ReportPart
      id="dns"
      title={t('mailCheck.dns', { domain })}
      definition={t('mailCheck.dnsDefinition')}
    >
      <ReportTable
        label={t('mailCheck.dns', { domain })}
        head={[{ label: t('admin.what') }, { label: t('admin.status') }]}
      >
        {lines.map(({ key, level, verdict, name, records, code }) => (
          <tr key={key}>
            <th scope="row">
              {t(`mailCheck.${key}`)}
              <span className="report-table__note">
                {t(`mailCheck.verdict.${verdict}`, { code: code ?? '' })}
              </span>
              <span className="report-table__note">
                <code>{name}</code>
              </span>
              {records.map((record, at) => (
                <span className="report-table__note" key={`${at} ${record}`}>
                  <code>{record}</code>
                </span>
              ))}
            </th>
            <td>
              <State level={level} />
            </td>
          </tr>
        ))}
      </ReportTable>
    </ReportPart>
  );
}

function State({ level }: { level: DnsLine['level'] }) {
  const { t } = useLocale();
  return <span className={`state state--${looks[level]}`}>{t(`mailCheck.level.${level}`)}</span>;
}
