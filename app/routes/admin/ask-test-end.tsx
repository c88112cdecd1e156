import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { endAskTest } from '../../domain/asks/ab-test/end-ask-test.server.ts';
import { listAskTests } from '../../domain/asks/ab-test/read-ask-tests.server.ts';
import { rolesWith } from '../../domain/reports/permissions.ts';
import { localPath, localeOfPath } from '../../kernel/locale.ts';
import { type MessageKey, translatorFor } from '../../messages/translate.ts';
import { ErrorSummary } from '../../ui/admin/error-summary.tsx';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { Button, ButtonLink } from '../../ui/elements/button.tsx';
import { Choice } from '../../ui/elements/choice.tsx';
import { TextArea } from '../../ui/elements/field.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { parseForm, readForm } from '../../web/forms.server.ts';
import { requireRole } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import { askOf } from './ask-of.server.ts';
import { optionalReason } from './campaign-form.ts';
import { privatePage } from './private-page.ts';

const form = z.object({
  keep: z.enum(['a', 'b'], { error: 'askTest.error.keep' satisfies MessageKey }),
  reason: optionalReason,
});

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  return pageMeta(args, { title: t('askTest.end'), isIndexed: false });
};

export const headers = privatePage;

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, rolesWith('asks.act'));
  const { id, name } = await askOf(args);
  const tests = await listAskTests(args.context.services, id);
  const running = tests.find(({ endedAt }) => endedAt === null);
  return { id, name, hasB: running?.b != null };
}

export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter } = await requireRole(args, rolesWith('asks.act'));
  const { id } = await askOf(args);
  const typed = await readForm(args.request.clone());
  const parsed = await parseForm(args.request, form);
  if (!parsed.ok) return data({ errors: parsed.errors, typed }, { status: 422 });
  const ended = await endAskTest(args.context.services, {
    ...parsed.value,
    ...{ askId: id, actorId: supporter.id },
  });
  // Somebody else ended it meanwhile: the page tells how.
  const done = ended.ok ? '?done=ended' : '';
  return redirect(localPath(localeOf(args.request), `/admin/asks/${id}/test${done}`), 303);
}

export default function EndAskTestPage() {
  const { id, name, hasB } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, href } = useLocale();
  const kept = answer?.typed['keep'];
  const option = (value: 'a' | 'b') => (
    <Choice
      {...{ type: 'radio', name: 'keep', value, defaultChecked: kept === value }}
      label={t(`askTest.keep.${value}`)}
    />
  );
  return (
    <>
      <PageHead title={t('askTest.endOf', { name })}>
        <p className="desk-title__line">{t('askTest.endDefinition')}</p>
      </PageHead>
      <form method="post" noValidate className="desk-form">
        <ErrorSummary errors={answer?.errors ?? {}} />
        <fieldset id="keep">
          <legend className="field__label">{t('askTest.keep')}</legend>
          {option('a')}
          {hasB ? option('b') : null}
        </fieldset>
        <TextArea
          name="reason"
          label={t('asks.form.reason')}
          hint={t('staff.form.reasonHint')}
          defaultValue={answer?.typed['reason']}
          error={answer?.errors['reason']}
          maxLength={500}
          rows={2}
          isOptional
        />
        <p>
          <Button look="accent">{t('askTest.endSubmit')}</Button>{' '}
          <ButtonLink to={href(`/admin/asks/${id}/test`)} look="quiet">
            {t('askTest.back')}
          </ButtonLink>
        </p>
      </form>
    </>
  );
}
