import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { digestWeekOn, weekAfter } from '../../domain/digest/digest.ts';
import { readNewsroom } from '../../domain/newsroom/read-newsroom.server.ts';
import { rolesWith } from '../../domain/reports/permissions.ts';
import { chooseDigest, readDigestChoice } from '../../domain/supporters/staff/digest.server.ts';
import { dayIn } from '../../kernel/dates.ts';
import { localPath, localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { dayName } from '../../ui/admin/overview/days.ts';
import { Button } from '../../ui/elements/button.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { parseForm } from '../../web/forms.server.ts';
import { requireRole } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import { privatePage } from './private-page.ts';

const form = z.object({ wanted: z.enum(['yes', 'no']) });

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  return pageMeta(args, { title: t('digest.title'), isIndexed: false });
};

export const headers = privatePage;

export async function loader(args: LoaderFunctionArgs) {
  const { supporter } = await requireRole(args, rolesWith('report.view'));
  const ctx = args.context.services;
  const { timeZone } = await readNewsroom(ctx);
  const now = ctx.clock.now();
  const week = digestWeekOn(dayIn(now, timeZone), timeZone);
  const next = now < week.tellAt ? week : weekAfter(week, timeZone);
  return {
    isWanted: await readDigestChoice(ctx, supporter),
    email: supporter.email,
    week: { from: week.from, to: week.to },
    nextDay: dayIn(next.tellAt, timeZone),
    done: new URL(args.request.url).searchParams.get('done'),
  };
}

export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter } = await requireRole(args, rolesWith('report.view'));
  const parsed = await parseForm(args.request, form);
  // Two buttons only: what cannot be read was not sent by the page.
  if (!parsed.ok) throw new Response(null, { status: 400 });
  const isWanted = parsed.value.wanted === 'yes';
  await chooseDigest(args.context.services, {
    ...{ supporterId: supporter.id, email: supporter.email, isWanted },
  });
  const path = `/admin/digest?done=${isWanted ? 'chosen' : 'ended'}`;
  return redirect(localPath(localeOf(args.request), path), 303);
}

export default function DigestPage() {
  const { isWanted, email, week, nextDay, done } = useLoaderData<typeof loader>();
  const { locale, t, href } = useLocale();
  const day = dayName(nextDay, locale);
  const isAnswered = (done === 'chosen' && isWanted) || (done === 'ended' && !isWanted);
  return (
    <>
      <PageHead title={t('digest.title')}>
        <p className="desk-title__line">{t('digest.definition')}</p>
      </PageHead>
      {isAnswered ? (
        <p className="notice notice--good" role="status">
          {t(isWanted ? 'digest.chosen' : 'digest.ended', { day })}
        </p>
      ) : (
        <p>{t(isWanted ? 'digest.isOn' : 'digest.isOff', { day })}</p>
      )}
      <form className="desk-form" method="post">
        <p className="meta">{t('digest.where', { email })}</p>
        <p>
          <Button
            look={isWanted ? 'quiet' : 'accent'}
            name="wanted"
            value={isWanted ? 'no' : 'yes'}
          >
            {t(isWanted ? 'digest.end' : 'digest.choose')}
          </Button>
        </p>
      </form>
      <p className="more">
        <a href={href(`/admin?from=${week.from}&to=${week.to}`)}>
          {t('digest.lastWeek', {
            from: dayName(week.from, locale),
            to: dayName(week.to, locale),
          })}
        </a>
      </p>
    </>
  );
}
