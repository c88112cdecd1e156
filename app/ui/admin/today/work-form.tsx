import {
  type Named,
  type WorkItem,
  nobody,
  workNoteLimit,
  workStates,
} from '../../../domain/work/work.ts';
import { Button } from '../../elements/button.tsx';
import { Field, TextField } from '../../elements/field.tsx';
import { useLocale } from '../../use-locale.ts';
import { usePersonName } from '../person-link.tsx';

/** Whose it is and how far they are: one click to take it on, the rest folded away. */
export function WorkForm({
  item,
  name,
  colleagues,
  viewerId,
  back,
}: {
  item: WorkItem;
  /** What it is, for those who hear the page. */
  name: string;
  colleagues: readonly Named[];
  viewerId: string;
  back: string;
}) {
  const { t, href } = useLocale();
  const nameOf = usePersonName();
  const key = `${item.kind}-${item.subjectId}`;
  const hidden = (
    <>
      <input type="hidden" name="kind" value={item.kind} />
      <input type="hidden" name="subject" value={item.subjectId} />
      <input type="hidden" name="back" value={back} />
    </>
  );
  const target = href('/admin/today/items');
  return (
    <div className="work__acts">
      {item.owner?.id === viewerId ? null : (
        <form method="post" action={target}>
          {hidden}
          <input type="hidden" name="owner" value={viewerId} />
          <input type="hidden" name="state" value="in_hand" />
          <input type="hidden" name="note" value={item.note ?? ''} />
          <Button isSmall aria-label={t('today.takeNamed', { name })}>
            {t('today.take')}
          </Button>
        </form>
      )}
      <details>
        <summary aria-label={t('today.changeNamed', { name })}>{t('today.change')}</summary>
        <form className="work__form" method="post" action={target}>
          {hidden}
          <Field name="owner" id={`owner-${key}`} label={t('today.owner')}>
            {(control) => (
              <select {...control} defaultValue={item.owner?.id ?? nobody}>
                <option value={nobody}>{t('today.nobody')}</option>
                {colleagues.map((person) => (
                  <option key={person.id} value={person.id}>
                    {person.id === viewerId ? t('today.me') : nameOf(person)}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field name="state" id={`state-${key}`} label={t('today.state')}>
            {(control) => (
              <select {...control} defaultValue={item.state}>
                {workStates.map((state) => (
                  <option key={state} value={state}>
                    {t(`today.state.${state}`)}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <TextField
            name="note"
            id={`note-${key}`}
            label={t('today.note')}
            defaultValue={item.note ?? ''}
            maxLength={workNoteLimit}
            isOptional
            autoComplete="off"
          />
          <Button isSmall>{t('today.keep')}</Button>
        </form>
      </details>
    </div>
  );
}
