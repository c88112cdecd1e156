import { type Note, noteMaxLength } from '../../../domain/notes/note.ts';
import type { MessageKey } from '../../../messages/translate.ts';
import { Button } from '../../elements/button.tsx';
import { TextArea } from '../../elements/field.tsx';
import { ReportPart } from '../../report-table/report-table.tsx';
import { useLocale } from '../../use-locale.ts';
import { useDates } from '../dates.tsx';

/** What the staff noted of somebody, and a place to note more. */
export function Notes({
  supporterId,
  notes,
  hasMore,
  mayNote,
}: {
  supporterId: string;
  notes: readonly Note[];
  hasMore: boolean;
  mayNote: boolean;
}) {
  const { t, href } = useLocale();
  return (
    <ReportPart
      id="notes"
      title={t('supporterActs.notes')}
      definition={t('supporterActs.notesDefinition')}
    >
      <NoteList notes={notes} />
      {hasMore ? (
        <p className="more">
          <a href={href(`/admin/supporters/${supporterId}/notes`)}>{t('supporterActs.allNotes')}</a>
        </p>
      ) : null}
      {mayNote ? <NoteForm supporterId={supporterId} /> : null}
    </ReportPart>
  );
}

export function NoteList({ notes }: { notes: readonly Note[] }) {
  const { t } = useLocale();
  const { instant } = useDates();
  if (notes.length === 0) return <p>{t('supporterActs.noNotes')}</p>;
  return (
    <ul className="person-notes plain-list">
      {notes.map(({ id, words, at, author }) => (
        <li key={id}>
          <p className="person-notes__words">{words}</p>
          <p className="meta">
            {t('supporterActs.noteBy', {
              author: author ?? t('supporterActs.somebody'),
              at: instant(at),
            })}
          </p>
        </li>
      ))}
    </ul>
  );
}

export function NoteForm({
  supporterId,
  typed,
  error,
}: {
  supporterId: string;
  typed?: string | undefined;
  error?: MessageKey | undefined;
}) {
  const { t, href } = useLocale();
  return (
    <form
      className="person-notes__form"
      method="post"
      action={href(`/admin/supporters/${supporterId}/notes`)}
      noValidate
    >
      <TextArea
        name="words"
        label={t('supporterActs.noteWords')}
        rows={3}
        maxLength={noteMaxLength}
        defaultValue={typed}
        error={error}
        required
      />
      <p>
        <Button>{t('supporterActs.noteSubmit')}</Button>
      </p>
    </form>
  );
}
