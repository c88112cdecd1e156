import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { publishArticle } from '../../domain/articles/writing/publish-article.server.ts';
import { readNewsroom } from '../../domain/newsroom/read-newsroom.server.ts';
import { rolesWith } from '../../domain/reports/permissions.ts';
import { dayIn, instantAt, parseDay, timeIn } from '../../kernel/dates.ts';
import { localPath, localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { Publication } from '../../ui/admin/writing/publication.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { checkForm, noFieldErrors, readForm } from '../../web/forms.server.ts';
import { requireRole } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import { articleOf } from './article-of.server.ts';
import { privatePage } from './private-page.ts';

const form = z.discriminatedUnion('when', [
  z.object({ when: z.literal('now') }),
  z.object({
    when: z.literal('later'),
    day: z
      .string()
      .default('')
      .refine((typed) => parseDay(typed) !== null, 'writing.error.day')
      .transform((typed) => typed.trim()),
    time: z
      .string()
      .default('')
      .transform((typed) => typed.trim())
      .pipe(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'writing.error.time')),
  }),
]);

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  return pageMeta(args, { title: t('writing.publication'), isIndexed: false });
};

export const headers = privatePage;

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, rolesWith('articles.act'));
  const article = await articleOf(args);
  const { timeZone } = await readNewsroom(args.context.services);
  const at = article.state === 'scheduled' ? article.publishedAt : null;
  return {
    article,
    timeZone,
    typed: {
      when: at ? 'later' : 'now',
      day: dayIn(at ?? args.context.services.clock.now(), timeZone),
      time: at ? timeIn(at, timeZone) : '07:00',
    } as Readonly<Record<string, string>>,
  };
}

export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter } = await requireRole(args, rolesWith('articles.act'));
  const ctx = args.context.services;
  const { articleId } = await articleOf(args);
  const typed = await readForm(args.request);
  const parsed = checkForm(typed, form);
  if (!parsed.ok) return data({ typed, errors: parsed.errors }, { status: 422 });
  const { timeZone } = await readNewsroom(ctx);
  const wanted = parsed.value;
  const at = wanted.when === 'later' ? instantAt(wanted.day, wanted.time, timeZone) : null;
  const done = await publishArticle(ctx, { actorId: supporter.id, articleId, at });
  // Who presses twice finds it done.
  if (!done.ok && done.reason === 'past') {
    return data(
      { typed, errors: { ...noFieldErrors, day: 'writing.error.past' as const } },
      { status: 422 },
    );
  }
  if (!done.ok && done.reason === 'gone') throw new Response(null, { status: 404 });
  const page = `/admin/articles/${articleId}?done=${at ? 'scheduled' : 'published'}`;
  return redirect(localPath(localeOf(args.request), page), 303);
}

export default function PublicationPage() {
  const { article, timeZone, typed } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Publication
      article={article}
      timeZone={timeZone}
      typed={answer?.typed ?? typed}
      errors={answer?.errors ?? {}}
    />
  );
}
