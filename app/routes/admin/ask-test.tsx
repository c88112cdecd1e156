import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { listAskTests } from '../../domain/asks/ab-test/read-ask-tests.server.ts';
import { startAskTest } from '../../domain/asks/ab-test/start-ask-test.server.ts';
import { readNewsroom } from '../../domain/newsroom/read-newsroom.server.ts';
import { readAskTestResult } from '../../domain/reports/ask-tests/read-ask-test.server.ts';
import { may, rolesWith } from '../../domain/reports/permissions.ts';
import { dayIn } from '../../kernel/dates.ts';
import { localPath, localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { StartTestForm } from '../../ui/admin/asks/start-test-form.tsx';
import { TestResult } from '../../ui/admin/asks/test-result.tsx';
import { TestWords } from '../../ui/admin/asks/test-words.tsx';
import { useDates } from '../../ui/admin/dates.tsx';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { ButtonLink } from '../../ui/elements/button.tsx';
import { Notice } from '../../ui/elements/notice.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { ReportPart } from '../../ui/report-table/report-table.tsx';
import { useLocale } from '../../ui/use-locale.ts';
import { type FieldErrors, parseForm, readForm } from '../../web/forms.server.ts';
import { requireRole } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import { askOf } from './ask-of.server.ts';
import { variantTyped } from './ask-form.ts';
import { askTestForm } from './ask-test-form.ts';
import { privatePage } from './private-page.ts';

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  return pageMeta(args, { title: t('askTest.title'), isIndexed: false });
};

export const headers = privatePage;

export async function loader(args: LoaderFunctionArgs) {
  const { role } = await requireRole(args, rolesWith('asks.view'));
  const ctx = args.context.services;
  const ask = await askOf(args);
  const query = new URL(args.request.url).searchParams;
  const [tests, { timeZone }] = await Promise.all([listAskTests(ctx, ask.id), readNewsroom(ctx)]);
  const shown =
    tests.find(({ number }) => String(number) === query.get('number')) ??
    tests.find(({ endedAt }) => endedAt === null) ??
    tests[0];
  return {
    ask: {
      id: ask.id,
      name: ask.name,
      fields: { ...variantTyped(ask), shareB: '50', holdBack: '0' },
    },
    test: shown && {
      ...{ one: shown, result: await readAskTestResult(ctx, shown) },
      days: { from: dayIn(shown.startedAt, timeZone), to: dayIn(ctx.clock.now(), timeZone) },
    },
    others: tests.filter((test) => test !== shown),
    isRunning: tests.some(({ endedAt }) => endedAt === null),
    mayAct: may(role, 'asks.act'),
    mayExport: may(role, 'report.export'),
    isDone: query.get('done') === 'ended',
  };
}

export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter } = await requireRole(args, rolesWith('asks.act'));
  const ask = await askOf(args);
  const typed = await readForm(args.request.clone());
  const parsed = await parseForm(args.request, askTestForm(typed));
  if (!parsed.ok) return data({ errors: parsed.errors, typed }, { status: 422 });
  const started = await startAskTest(args.context.services, {
    ...parsed.value,
    ...{ askId: ask.id, actorId: supporter.id },
  });
  if (!started.ok) {
    if (started.reason === 'gone') throw new Response(null, { status: 404 });
    const errors: FieldErrors = {
      shareB:
        started.reason === 'runs_already' ? 'askTest.error.runsAlready' : 'askTest.error.nothing',
    };
    return data({ errors, typed }, { status: 409 });
  }
  return redirect(localPath(localeOf(args.request), `/admin/asks/${ask.id}/test`), 303);
}

export default function AskTestPage() {
  const { ask, test, others, isRunning, mayAct, mayExport, isDone } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, href } = useLocale();
  const { shortDay } = useDates();
  const path = `/admin/asks/${ask.id}/test`;
  return (
    <>
      <p className="kicker">
        <a href={href('/admin/asks')}>{t('asks.back')}</a>
      </p>
      <PageHead title={t('askTest.of', { name: ask.name })}>
        <p className="desk-title__line">{t('askTest.definition')}</p>
      </PageHead>
      {isDone ? (
        <Notice tone="good">
          <p>{t('askTest.done')}</p>
        </Notice>
      ) : null}
      <div className="report-stack">
        {test ? (
          <ReportPart
            id="result"
            title={t('askTest.result', { number: test.one.number })}
            definition={
              <>
                {t(test.one.endedAt ? 'askTest.ran' : 'askTest.runs', {
                  ...{ from: shortDay(test.one.startedAt) },
                  ...{ to: test.one.endedAt ? shortDay(test.one.endedAt) : '' },
                })}{' '}
                {t('askTest.shares', {
                  ...{ shareB: test.one.shareB, holdBack: test.one.holdBack },
                })}{' '}
                {test.one.kept ? t(`askTest.kept.${test.one.kept}`) : t('askTest.patience')}
              </>
            }
          >
            <TestResult {...{ test: test.one, result: test.result, days: test.days }} />
            <TestWords test={test.one} />
            <p className="ask-test__acts">
              {mayAct && !test.one.endedAt ? (
                <ButtonLink to={href(`${path}/end`)}>{t('askTest.end')}</ButtonLink>
              ) : null}{' '}
              {mayExport ? (
                <a href={href(`${path}.csv?number=${test.one.number}`)}>{t('askTest.csv')}</a>
              ) : null}
            </p>
            <p className="report-part__definition">{t('askTest.method')}</p>
          </ReportPart>
        ) : null}
        {mayAct && !isRunning ? (
          <ReportPart
            id="start"
            title={t('askTest.start')}
            definition={t('askTest.startDefinition')}
          >
            <StartTestForm typed={answer?.typed ?? ask.fields} errors={answer?.errors ?? {}} />
          </ReportPart>
        ) : null}
        {others.length > 0 ? (
          <ReportPart id="others" title={t('askTest.others')}>
            <ul className="plain-list">
              {others.map(({ number, startedAt, endedAt }) => (
                <li key={number}>
                  <a href={href(`${path}?number=${number}`)}>{t('askTest.result', { number })}</a>{' '}
                  {t(endedAt ? 'askTest.ran' : 'askTest.runs', {
                    ...{ from: shortDay(startedAt), to: endedAt ? shortDay(endedAt) : '' },
                  })}
                </li>
              ))}
            </ul>
          </ReportPart>
        ) : null}
      </div>
    </>
  );
}
