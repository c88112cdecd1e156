import type { ListedMembership, ListedSupporter } from '../../domain/reports/listed-supporter.ts';
import type { MembershipStatus } from '../../domain/memberships/membership.ts';
import { ReportTable } from '../report-table/report-table.tsx';
import { useLocale } from '../use-locale.ts';
import { At } from './dates.tsx';
import { Sums, sum, wholeNumber } from './figures.tsx';
import { PersonLink } from './person-link.tsx';

/** Supporters, one a row. */
export function SupporterTable({ supporters }: { supporters: readonly ListedSupporter[] }) {
  const { locale, t } = useLocale();
  return (
    <ReportTable
      label={t('admin.supporters')}
      head={[
        { label: t('admin.supporter') },
        { label: t('admin.membership') },
        { label: t('admin.country'), isWidestOnly: true },
        { label: t('admin.since'), isWidestOnly: true },
        { label: t('admin.lastGift'), isWideOnly: true },
        { label: t('admin.gifts'), isFigure: true, isWidestOnly: true },
        { label: t('admin.given'), isFigure: true },
      ]}
    >
      {supporters.map((person) => (
        <tr key={person.id}>
          <th scope="row">
            <PersonLink person={person} />
          </th>
          <td>
            {person.membership ? (
              <MembershipLine membership={person.membership} />
            ) : (
              t('admin.none')
            )}
          </td>
          <td className="widest-only">{person.country ?? t('admin.none')}</td>
          <td className="widest-only">
            <At instant={person.createdAt} form="day" />
          </td>
          <td className="wide-only">
            {person.lastGiftAt ? <At instant={person.lastGiftAt} form="day" /> : t('admin.none')}
          </td>
          <td className="figure widest-only">{wholeNumber(person.gifts, locale)}</td>
          <td className="figure">
            <Sums amounts={person.given} />
          </td>
        </tr>
      ))}
    </ReportTable>
  );
}

function MembershipLine({ membership }: { membership: ListedMembership }) {
  const { locale, t } = useLocale();
  return (
    <>
      {membership.tierName[locale]},{' '}
      <span className="nowrap">
        {t('admin.perInterval', {
          amount: sum(membership.amount, locale),
          interval: membership.interval,
        })}
      </span>
      <MembershipState status={membership.status} />
    </>
  );
}

const tones: Record<MembershipStatus, 'good' | 'warn' | 'bad' | 'quiet'> = {
  pending: 'quiet',
  expired: 'quiet',
  incomplete: 'warn',
  incomplete_expired: 'quiet',
  trialing: 'good',
  active: 'good',
  past_due: 'warn',
  unpaid: 'bad',
  paused: 'quiet',
  canceled: 'quiet',
};

export function MembershipState({ status }: { status: MembershipStatus }) {
  const { t } = useLocale();
  return (
    <span className={`report-table__note state state--${tones[status]}`}>
      {t(`admin.membershipStatus.${status}`)}
    </span>
  );
}
