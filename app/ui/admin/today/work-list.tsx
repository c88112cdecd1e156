import {
  type Named,
  type WorkFilter,
  type WorkItem,
  pathOf,
  workQuery,
} from '../../../domain/work/work.ts';
import { knownReason } from '../../../domain/disputes/evidence.ts';
import { useLocale } from '../../use-locale.ts';
import { At } from '../dates.tsx';
import { sum } from '../figures.tsx';
import { sayKnown } from '../known-message.ts';
import { usePersonName } from '../person-link.tsx';
import { WorkForm } from './work-form.tsx';

/** What waits, the most urgent first: why it is there, what to do next, and whose it is. */
export function WorkList({
  items,
  ...rest
}: {
  items: readonly WorkItem[];
  filter: WorkFilter;
  colleagues: readonly Named[];
  viewerId: string;
  mayAct: boolean;
  now: Date;
}) {
  return (
    <ol className="work plain-list">
      {items.map((item) => (
        <li key={`${item.kind} ${item.subjectId}`} className="work__item">
          <Item item={item} {...rest} />
        </li>
      ))}
    </ol>
  );
}

function Item({
  item,
  filter,
  colleagues,
  viewerId,
  mayAct,
  now,
}: Omit<Parameters<typeof WorkList>[0], 'items'> & { item: WorkItem }) {
  const { locale, t, href } = useLocale();
  const nameOf = usePersonName();
  const what = t(`today.one.${item.kind}`);
  const about = item.person ? nameOf(item.person) : detailOf(item, t);
  const name = `${what}: ${about ?? item.subjectId}`;
  const isOver = item.dueAt.getTime() < now.getTime();
  return (
    <article aria-label={name}>
      <header className="work__head">
        <h2 className="work__title">
          <a href={href(pathOf(item))}>{about ?? item.subjectId}</a>
        </h2>
        {item.amount ? <p className="work__sum">{sum(item.amount, locale)}</p> : null}
      </header>
      <p className="work__facts">
        <span className={`state state--${isOver ? 'bad' : 'warn'}`}>{what}</span>{' '}
        <span>
          {t(isOver ? 'today.wasDue' : 'today.due')} <At instant={item.dueAt} form="day" />
        </span>{' '}
        <span className="muted">
          {t('today.since')} <At instant={item.since} form="day" />
        </span>
      </p>
      <p>
        {item.person && item.detail ? `${detailOf(item, t) ?? ''} ` : null}
        {t(`today.why.${item.kind}`)} {t(`today.next.${item.kind}`)}{' '}
        {item.kind === 'payment_failed' && item.nextAt ? (
          <>
            {t('today.triedAgain')} <At instant={item.nextAt} />.
          </>
        ) : null}
      </p>
      <p className="work__owner muted">
        {t(`today.state.${item.state}`)},{' '}
        {item.owner
          ? item.owner.id === viewerId
            ? t('today.mine')
            : nameOf(item.owner)
          : t('today.nobody')}
        {item.note ? `. ${item.note}` : null}
      </p>
      {mayAct ? (
        <WorkForm
          {...{ item, name, colleagues, viewerId }}
          back={workQuery(filter).replace(/^\?/, '')}
        />
      ) : null}
    </article>
  );
}

/** The code that came with it, in words where we have some. */
function detailOf({ kind, detail }: WorkItem, t: ReturnType<typeof useLocale>['t']): string | null {
  if (detail === null) return null;
  switch (kind) {
    case 'dispute':
      return `${t(`disputes.reason.${knownReason(detail)}`)}.`;
    case 'payment_failed':
      return detail === 'needs_confirmation' ? t('today.needsConfirmation') : null;
    case 'mail':
      return sayKnown(t, `admin.mail.${detail}`, detail);
    case 'difference':
      return sayKnown(t, `reconciliation.kind.${detail}`, detail);
    case 'order':
      return null;
    default:
      return detail;
  }
}
