import type { ListedMail } from '../../../domain/outbox/listed-mail.ts';
import { ReportTable } from '../../report-table/report-table.tsx';
import { useLocale } from '../../use-locale.ts';
import { At, useDates } from '../dates.tsx';
import { sayKnown } from '../known-message.ts';

/** Mails to one person, with what became of each. */
export function MailTable({
  supporterId,
  mails,
}: {
  supporterId: string;
  mails: readonly ListedMail[];
}) {
  const { t, href } = useLocale();
  const { instant } = useDates();
  return (
    <ReportTable
      label={t('supporterActs.mailsTable')}
      head={[
        { label: t('supporterActs.mail') },
        { label: t('supporterActs.mailAt') },
        { label: t('supporterActs.mailState') },
        { label: t('supporterActs.mailAct') },
      ]}
    >
      {mails.map((mail) => {
        const template = sayKnown(t, `admin.mail.${mail.template}`, mail.template);
        return (
          <tr key={mail.id}>
            <th scope="row">{template}</th>
            <td>
              <At instant={mail.at} />
            </td>
            <td>
              {t('supporterActs.mailStatus', { status: mail.status })}
              {mail.failureCode && mail.status !== 'sent' ? (
                <span className="report-table__note">
                  {t('supporterActs.mailFailure', { code: mail.failureCode })}
                </span>
              ) : null}
            </td>
            <td>
              {mail.mayGoAgain ? (
                <a
                  href={href(`/admin/supporters/${supporterId}/mails/${mail.id}`)}
                  aria-label={t('supporterActs.againOf', { template, at: instant(mail.at) })}
                >
                  {t('supporterActs.again')}
                </a>
              ) : null}
            </td>
          </tr>
        );
      })}
    </ReportTable>
  );
}
