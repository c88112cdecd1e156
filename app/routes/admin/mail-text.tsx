import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { placeholdersOf } from '../../domain/mail-texts/mail-text.ts';
import { readMailText } from '../../domain/mail-texts/read-mail-texts.server.ts';
import { saveMailText } from '../../domain/mail-texts/save-mail-text.server.ts';
import { readNewsroom } from '../../domain/newsroom/read-newsroom.server.ts';
import type { MailWords, SampleMail } from '../../domain/ports/mail-samples.ts';
import { may, rolesWith } from '../../domain/reports/permissions.ts';
import { localPath, localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { MailPreview } from '../../ui/admin/mail-texts/mail-preview.tsx';
import { MailTextForm } from '../../ui/admin/mail-texts/mail-text-form.tsx';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { StaleNotice } from '../../ui/admin/settings/desk-form-parts.tsx';
import { Notice } from '../../ui/elements/notice.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { noFieldErrors, parseForm, readForm } from '../../web/forms.server.ts';
import { requireRole } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import { mailOf, mailTextForm, strayIn } from './mail-text-form.ts';
import { privatePage } from './private-page.ts';

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  return pageMeta(args, { title: t('desk.mailTexts'), isIndexed: false });
};

export const headers = privatePage;

export async function loader(args: LoaderFunctionArgs) {
  const { role } = await requireRole(args, rolesWith('mailTexts.view'));
  const mail = mailOf(args.params);
  const { version, ...words } = await readMailText(args.context.services, mail);
  const asked = new URL(args.request.url).searchParams.get('done');
  const done: 'saved' | 'sent' | null = asked === 'saved' || asked === 'sent' ? asked : null;
  return {
    ...mail,
    ...{ words, version: version ?? '', placeholders: placeholdersOf(mail.template) },
    sample: await sampleOf(args, words),
    given: await sampleOf(args, null),
    mayAct: may(role, 'mailTexts.act'),
    done,
  };
}

/** The made-up mail as the words make it. */
async function sampleOf(args: LoaderFunctionArgs, words: MailWords | null): Promise<SampleMail> {
  const ctx = args.context.services;
  const { template, locale } = mailOf(args.params);
  const newsroom = await readNewsroom(ctx);
  return ctx.mailSamples.write({
    ...{ template, locale, words },
    newsroom: { ...newsroom, name: newsroom.name[locale] },
  });
}

export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter } = await requireRole(args, rolesWith('mailTexts.act'));
  const mail = mailOf(args.params);
  const typed = await readForm(args.request.clone());
  const nothing = { typed, stray: [], isStale: false, sample: null };
  const parsed = await parseForm(args.request, mailTextForm);
  if (!parsed.ok) return data({ ...nothing, errors: parsed.errors }, { status: 422 });
  const { act, version: expected, reason, ...words } = parsed.value;
  const stray = strayIn(mail.template, words);
  if (stray) {
    return data({ ...nothing, errors: stray.errors, stray: stray.names }, { status: 422 });
  }
  if (act === 'look') {
    return data({ ...nothing, errors: noFieldErrors, sample: await sampleOf(args, words) });
  }
  const saved = await saveMailText(args.context.services, {
    ...{ ...mail, ...words, expected, reason, actorId: supporter.id },
  });
  if (!saved.ok) {
    return data({ ...nothing, errors: noFieldErrors, isStale: true }, { status: 409 });
  }
  const path = `/admin/mail-texts/${mail.template}/${mail.locale}?done=saved`;
  return redirect(localPath(localeOf(args.request), path), 303);
}

export default function MailTextPage() {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, href } = useLocale();
  const { template, locale, words, version, placeholders, mayAct, done } = loaded;
  const path = `/admin/mail-texts/${template}/${locale}`;
  const language = t(`mailTexts.language.${locale}`);
  return (
    <>
      <p className="kicker">
        <a href={href('/admin/mail-texts')}>{t('mailTexts.back')}</a>
      </p>
      <PageHead title={t('mailTexts.of', { mail: t(`admin.mail.${template}`), language })}>
        <p className="desk-title__line">{t('mailTexts.howTo')}</p>
      </PageHead>
      {answer?.isStale ? <StaleNotice to={href(path)} /> : null}
      {answer && answer.stray.length > 0 ? (
        <Notice tone="bad">
          <p>{t('mailTexts.stray', { names: answer.stray.join(', ') })}</p>
        </Notice>
      ) : null}
      {done && !answer ? (
        <Notice tone="good">
          <p>{t(`mailTexts.done.${done}`)}</p>
        </Notice>
      ) : null}
      <div className="report-columns">
        {mayAct ? (
          <MailTextForm
            typed={answer?.typed ?? { ...words, version }}
            errors={answer?.errors ?? {}}
            {...{ placeholders, locale, givenSubject: loaded.given.subject }}
          />
        ) : null}
        <MailPreview
          sample={answer?.sample ?? loaded.sample}
          isSaved={!answer?.sample}
          trial={mayAct ? href(`${path}/trial`) : null}
          locale={locale}
        />
      </div>
    </>
  );
}
