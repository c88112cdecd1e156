import {
  type Named,
  type WorkFilter,
  type WorkKind,
  nobody,
  workKinds,
  workQuery,
  workStates,
} from '../../../domain/work/work.ts';
import { Button } from '../../elements/button.tsx';
import { Field } from '../../elements/field.tsx';
import { useLocale } from '../../use-locale.ts';
import { wholeNumber } from '../figures.tsx';
import { usePersonName } from '../person-link.tsx';

/** What waits by kind with its count, and whose and how far. */
export function WorkFilters({
  filter,
  counts,
  colleagues,
  viewerId,
}: {
  filter: WorkFilter;
  counts: Readonly<Record<WorkKind, number>>;
  colleagues: readonly Named[];
  viewerId: string;
}) {
  const { locale, t, href } = useLocale();
  const nameOf = usePersonName();
  const all = workKinds.reduce((sum, kind) => sum + counts[kind], 0);
  const link = (kind: WorkKind | null, label: string, count: number) => (
    <li key={kind ?? 'all'}>
      <a
        href={href(`/admin/today${workQuery({ ...filter, kind })}`)}
        aria-current={filter.kind === kind ? 'page' : undefined}
      >
        {label} <span className="muted">{wholeNumber(count, locale)}</span>
      </a>
    </li>
  );
  return (
    <>
      <nav aria-label={t('today.kinds')}>
        <ul className="chips plain-list">
          {link(null, t('today.kind.all'), all)}
          {workKinds
            .filter((kind) => counts[kind] > 0 || filter.kind === kind)
            .map((kind) => link(kind, t(`today.kind.${kind}`), counts[kind]))}
        </ul>
      </nav>
      <form className="filters" method="get" action={href('/admin/today')}>
        {filter.kind ? <input type="hidden" name="kind" value={filter.kind} /> : null}
        <Field name="owner" label={t('today.owner')}>
          {(control) => (
            <select {...control} defaultValue={filter.owner ?? ''}>
              <option value="">{t('today.anybody')}</option>
              <option value={nobody}>{t('today.nobody')}</option>
              {colleagues.map((person) => (
                <option key={person.id} value={person.id}>
                  {person.id === viewerId ? t('today.me') : nameOf(person)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field name="state" label={t('today.state')}>
          {(control) => (
            <select {...control} defaultValue={filter.state ?? ''}>
              <option value="">{t('today.allButDone')}</option>
              {workStates.map((state) => (
                <option key={state} value={state}>
                  {t(`today.state.${state}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Button>{t('admin.filter')}</Button>
      </form>
    </>
  );
}
