import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { addPicture } from '../../domain/articles/pictures/add-picture.server.ts';
import { rolesWith } from '../../domain/reports/permissions.ts';
import { localPath, localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { NewPictureForm } from '../../ui/admin/pictures/picture-form.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { useLocale } from '../../ui/use-locale.ts';
import type { FieldErrors } from '../../web/forms.server.ts';
import { requireRole } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { readMultipart } from '../../web/multipart.server.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import {
  pictureBytes,
  pictureFailures,
  pictureFormBytes,
  readPictureWords,
} from './picture-form.ts';
import { privatePage } from './private-page.ts';

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  return pageMeta(args, { title: t('pictures.new'), isIndexed: false });
};

export const headers = privatePage;

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, rolesWith('articles.act'));
  return null;
}

export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter } = await requireRole(args, rolesWith('articles.act'));
  const form = await readMultipart(args.request, pictureFormBytes).catch((thrown: unknown) => {
    if (thrown instanceof Response && thrown.status === 413) return null;
    throw thrown;
  });
  // So large that it was not read to its end, where the other fields may stand.
  if (!form) {
    const errors: FieldErrors = { file: 'pictures.error.tooLarge' };
    return data({ errors, typed: {} }, { status: 413 });
  }
  const typed = form.fields;
  const { file } = form.files;
  const { words, errors } = readPictureWords(typed);
  const refuse = (found: FieldErrors) => data({ errors: found, typed }, { status: 422 });
  if (!file) return refuse({ file: 'pictures.error.fileMissing', ...errors });
  if (file.content.length > pictureBytes) {
    return refuse({ file: 'pictures.error.tooLarge', ...errors });
  }
  // No browser sends a file again by itself.
  if (Object.keys(errors).length > 0) {
    return refuse({ file: 'pictures.error.fileAgain', ...errors });
  }
  const added = await addPicture(args.context.services, {
    ...{ ...words, actorId: supporter.id, content: file.content },
  });
  if (!added.ok) return refuse(pictureFailures[added.reason]);
  const { pictureId, isNew } = added.value;
  const page = `/admin/pictures/${pictureId}?done=${isNew ? 'added' : 'known'}`;
  return redirect(localPath(localeOf(args.request), page), 303);
}

export default function NewPicturePage() {
  const answer = useActionData<typeof action>();
  const { t } = useLocale();
  return (
    <>
      <PageHead title={t('pictures.new')}>
        <p className="desk-title__line">
          {t('pictures.newDefinition', { megabytes: pictureBytes / 1_000_000 })}
        </p>
      </PageHead>
      <NewPictureForm
        typed={answer?.typed ?? {}}
        errors={answer?.errors ?? {}}
        maxBytes={pictureBytes}
      />
    </>
  );
}
