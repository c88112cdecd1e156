import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { addNote } from '../../domain/notes/add-note.server.ts';
import { listNotes } from '../../domain/notes/list-notes.server.ts';
import { noteMaxLength } from '../../domain/notes/note.ts';
import { may, rolesWith } from '../../domain/reports/permissions.ts';
import { localPath, localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { NoteForm, NoteList } from '../../ui/admin/supporter/notes.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { parseForm } from '../../web/forms.server.ts';
import { requireRole } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import { privatePage } from './private-page.ts';
import { supporterOf } from './supporter-of.server.ts';

/** Older ones are in the timeline. */
const notesShown = 200;

const form = z.object({
  words: z
    .string({ error: 'supporterActs.noteMissing' })
    .trim()
    .min(1, 'supporterActs.noteMissing')
    .max(noteMaxLength, 'supporterActs.noteTooLong'),
});

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: translatorFor(localeOfPath(args.location.pathname))('supporterActs.notes'),
    isIndexed: false,
  });

export const headers = privatePage;

export async function loader(args: LoaderFunctionArgs) {
  const { role } = await requireRole(args, rolesWith('supporters.view'));
  const person = await supporterOf(args);
  const notes = await listNotes(args.context.services, {
    ...{ supporterId: person.id, before: null, limit: notesShown },
  });
  return { person, notes, mayNote: may(role, 'supporters.note') };
}

export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter: actor } = await requireRole(args, rolesWith('supporters.note'));
  const person = await supporterOf(args);
  const parsed = await parseForm(args.request, form);
  if (!parsed.ok) return data(parsed, { status: 422 });
  const added = await addNote(args.context.services, {
    ...{ actorId: actor.id, supporterId: person.id, words: parsed.value.words },
  });
  if (!added.ok) throw new Response(null, { status: 404 });
  const to = `/admin/supporters/${person.id}?done=noted`;
  return redirect(localPath(localeOf(args.request), to), 303);
}

export default function SupporterNotesPage() {
  const { person, notes, mayNote } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, href } = useLocale();
  return (
    <>
      <p className="kicker">
        <a href={href(`/admin/supporters/${person.id}`)}>{person.name ?? person.email}</a>
      </p>
      <PageHead title={t('supporterActs.notes')}>
        <p className="desk-title__line">{t('supporterActs.notesDefinition')}</p>
      </PageHead>
      {mayNote ? (
        <NoteForm
          supporterId={person.id}
          typed={answer?.typed['words']}
          error={answer?.errors['words']}
        />
      ) : null}
      <NoteList notes={notes} />
    </>
  );
}
