import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { pictureView } from '../../domain/articles/picture.ts';
import { changePicture } from '../../domain/articles/pictures/change-picture.server.ts';
import { usesShown } from '../../domain/articles/pictures/library.ts';
import { listPictureUses } from '../../domain/articles/pictures/list-picture-uses.server.ts';
import { readPicture } from '../../domain/articles/pictures/list-pictures.server.ts';
import type { PictureWordsFault } from '../../domain/articles/pictures/picture-words.ts';
import { may, rolesWith } from '../../domain/reports/permissions.ts';
import { localPath, localeOfPath } from '../../kernel/locale.ts';
import { type MessageKey, translatorFor } from '../../messages/translate.ts';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { PictureWordsForm } from '../../ui/admin/pictures/picture-form.tsx';
import { PictureShown } from '../../ui/admin/pictures/picture-shown.tsx';
import { Notice } from '../../ui/elements/notice.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { type FieldErrors, readForm } from '../../web/forms.server.ts';
import { requireRole } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import { pictureFailures, pictureFields, readPictureWords } from './picture-form.ts';
import { privatePage } from './private-page.ts';

const notices: Readonly<Record<string, MessageKey>> = {
  added: 'pictures.done.added',
  known: 'pictures.done.known',
  changed: 'pictures.done.changed',
};

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  return pageMeta(args, { title: t('pictures.change'), isIndexed: false });
};

export const headers = privatePage;

export async function loader(args: LoaderFunctionArgs) {
  const { role } = await requireRole(args, rolesWith('articles.view'));
  const ctx = args.context.services;
  const picture = await readPicture(ctx, args.params['id'] ?? '');
  if (!picture) throw new Response(null, { status: 404 });
  const done = new URL(args.request.url).searchParams.get('done') ?? '';
  return {
    picture,
    uses: await listPictureUses(ctx, picture.id),
    notice: Object.hasOwn(notices, done) ? (notices[done] ?? null) : null,
    mayAct: may(role, 'articles.act'),
  };
}

export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter } = await requireRole(args, rolesWith('articles.act'));
  const pictureId = args.params['id'] ?? '';
  const typed = await readForm(args.request);
  const { words, errors } = readPictureWords(typed);
  const refuse = (found: FieldErrors) => data({ errors: found, typed }, { status: 422 });
  if (Object.keys(errors).length > 0) return refuse(errors);
  const changed = await changePicture(args.context.services, {
    ...{ ...words, pictureId, actorId: supporter.id },
  });
  if (changed.ok) {
    const page = `/admin/pictures/${pictureId}?done=changed`;
    return redirect(localPath(localeOf(args.request), page), 303);
  }
  if (changed.reason === 'gone') throw new Response(null, { status: 404 });
  return refuse(pictureFailures[changed.reason satisfies PictureWordsFault]);
}

export default function PicturePage() {
  const { picture, uses, notice, mayAct } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { locale, t, href } = useLocale();
  const view = pictureView(picture, locale);
  return (
    <>
      <p className="kicker">
        <a href={href('/admin/pictures')}>{t('pictures.back')}</a>
      </p>
      <PageHead title={t('pictures.change')}>
        <p className="desk-title__line">{view.alt}</p>
      </PageHead>
      {notice && !answer ? (
        <Notice tone="good">
          <p>{t(notice)}</p>
        </Notice>
      ) : null}
      <div className="picture-page">
        <PictureShown
          {...{ view, uses, mayAct, usesShown }}
          createdAt={picture.createdAt}
          count={picture.uses}
        />
        {mayAct ? (
          <section aria-labelledby="words">
            <h2 className="report-part__title" id="words">
              {t('pictures.words')}
            </h2>
            <PictureWordsForm
              typed={answer?.typed ?? pictureFields(picture)}
              errors={answer?.errors ?? {}}
            />
          </section>
        ) : null}
      </div>
    </>
  );
}
