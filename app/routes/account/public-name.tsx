import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { readNewsroom } from '../../domain/newsroom/read-newsroom.server.ts';
import { readPublicChoices, savePublicChoices } from '../../domain/wall/public-choices.server.ts';
import { readChoices } from '../../domain/wall/read-choices.ts';
import { localPath, localeOfPath } from '../../kernel/locale.ts';
import { type MessageKey, translatorFor } from '../../messages/translate.ts';
import { Notice } from '../../ui/elements/notice.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { WithSlot, slot } from '../../ui/sign-in/with-slot.tsx';
import { useLocale } from '../../ui/use-locale.ts';
import { PublicNameForm } from '../../ui/wall/public-name-form.tsx';
import { readForm } from '../../web/forms.server.ts';
import { requireSupporter } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';

const problems = {
  missing: 'wall.own.nameMissing',
  unprintable: 'wall.own.nameUnprintable',
  too_long: 'wall.own.nameTooLong',
} as const satisfies Record<string, MessageKey>;

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: translatorFor(localeOfPath(args.location.pathname))('wall.own.title'),
    isIndexed: false,
  });

export async function loader(args: LoaderFunctionArgs) {
  const { supporter } = await requireSupporter(args);
  const ctx = args.context.services;
  const [{ timeZone }, { name, gifts }] = await Promise.all([
    readNewsroom(ctx),
    readPublicChoices(ctx, supporter.id),
  ]);
  return {
    timeZone,
    wasSaved: new URL(args.request.url).searchParams.has('saved'),
    name: name ?? '',
    gifts: gifts.map(({ kind, id, at, amount, interval, ...gift }) => ({
      key: `${kind}-${id}`,
      at: at.toISOString(),
      amount,
      interval,
      isNamed: gift.isNamed,
      isAmountShown: gift.isAmountShown,
      isHiddenByStaff: gift.isHiddenByStaff,
      hasPerk: gift.hasPerk,
    })),
  };
}

export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter } = await requireSupporter(args);
  const fields = await readForm(args.request);
  const read = readChoices(fields);
  if (!read.ok) {
    const typed = { name: fields['publicName'] ?? '', choices: read.choices };
    return data({ error: problems[read.problem], typed }, { status: 422 });
  }
  await savePublicChoices(args.context.services, { supporterId: supporter.id, ...read });
  return redirect(localPath(localeOf(args.request), '/account/public-name?saved'), 303);
}

export default function PublicName() {
  const { timeZone, wasSaved, name, gifts } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, href } = useLocale();
  const typed = new Map(
    answer?.typed.choices.map((choice) => [`${choice.kind}-${choice.id}`, choice]),
  );
  return (
    <>
      <h1>{t('wall.own.title')}</h1>
      <p>
        <WithSlot sentence={t('wall.own.lead', { link: slot })}>
          <a href={href('/wall')}>{t('wall.title')}</a>
        </WithSlot>
      </p>
      {answer ? <Notice tone="bad">{<p>{t('wall.own.problems')}</p>}</Notice> : null}
      {wasSaved && !answer ? <Notice tone="good">{<p>{t('wall.own.saved')}</p>}</Notice> : null}
      {gifts.length === 0 ? (
        <p>
          {t('wall.own.noGifts')} <a href={href('/donate')}>{t('wall.own.giveLink')}</a>
        </p>
      ) : (
        <PublicNameForm
          name={answer?.typed.name ?? name}
          gifts={gifts.map((gift) => ({ ...gift, ...shown(typed.get(gift.key)) }))}
          timeZone={timeZone}
          error={answer?.error ?? null}
        />
      )}
    </>
  );
}

/** What was ticked, when the form comes back. */
function shown(choice: { isNamed: boolean; isAmountShown: boolean } | undefined) {
  return choice ? { isNamed: choice.isNamed, isAmountShown: choice.isAmountShown } : {};
}
