import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { pictureView } from '../../domain/articles/picture.ts';
import { listPictureUses } from '../../domain/articles/pictures/list-picture-uses.server.ts';
import { readPicture } from '../../domain/articles/pictures/list-pictures.server.ts';
import { removePicture } from '../../domain/articles/pictures/remove-picture.server.ts';
import { rolesWith } from '../../domain/reports/permissions.ts';
import { localPath, localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { RemovalForm } from '../../ui/admin/pictures/removal-form.tsx';
import { UsedIn } from '../../ui/admin/pictures/used-in.tsx';
import { Notice } from '../../ui/elements/notice.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { noFieldErrors, parseForm } from '../../web/forms.server.ts';
import { requireRole } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import { optionalReason } from './campaign-form.ts';
import { privatePage } from './private-page.ts';

const form = z.object({ reason: optionalReason });

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  return pageMeta(args, { title: t('pictures.removeTitle'), isIndexed: false });
};

export const headers = privatePage;

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, rolesWith('articles.act'));
  const ctx = args.context.services;
  const picture = await readPicture(ctx, args.params['id'] ?? '');
  if (!picture) throw new Response(null, { status: 404 });
  return { picture, uses: await listPictureUses(ctx, picture.id) };
}

export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter } = await requireRole(args, rolesWith('articles.act'));
  const parsed = await parseForm(args.request, form);
  if (!parsed.ok) return data(parsed, { status: 422 });
  const removed = await removePicture(args.context.services, {
    ...{ pictureId: args.params['id'] ?? '', actorId: supporter.id, reason: parsed.value.reason },
  });
  // The page itself says where it is used by now.
  if (!removed.ok && removed.reason === 'in_use') {
    return data({ errors: noFieldErrors, typed: parsed.value }, { status: 409 });
  }
  const page = `/admin/pictures?done=${removed.ok ? 'removed' : 'gone'}`;
  return redirect(localPath(localeOf(args.request), page), 303);
}

export default function RemovePicturePage() {
  const { picture, uses } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { locale, t, href } = useLocale();
  const isUsed = picture.uses > 0;
  return (
    <>
      <PageHead title={t('pictures.removeTitle')}>
        <p className="desk-title__line">{pictureView(picture, locale).alt}</p>
      </PageHead>
      {isUsed ? (
        <>
          <Notice tone="warn">
            <p>{t('pictures.removeInUse')}</p>
          </Notice>
          <UsedIn
            articles={uses.articles}
            others={uses.authors.map(({ slug, name }) => ({
              label: t('pictures.asPortrait', { name: name[locale] }),
              to: href(`/admin/authors/${slug}`),
            }))}
          />
        </>
      ) : (
        <p className="desk-title__line">{t('pictures.removeDefinition')}</p>
      )}
      <RemovalForm
        isPossible={!isUsed}
        submit={t('pictures.removeSubmit')}
        back={{ label: t('pictures.back'), to: href(`/admin/pictures/${picture.id}`) }}
        typed={answer?.typed['reason']}
        error={answer?.errors['reason']}
      />
    </>
  );
}
