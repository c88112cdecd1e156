import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listStuckMembers } from '../../domain/memberships/prices/read-price-migrations.server.ts';
import { may, rolesWith } from '../../domain/reports/permissions.ts';
import { localeOfPath } from '../../kernel/locale.ts';
import { type MessageKey, translatorFor } from '../../messages/translate.ts';
import { useDates } from '../../ui/admin/dates.tsx';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { MoveFacts } from '../../ui/admin/tiers/move-facts.tsx';
import { StuckMembers } from '../../ui/admin/tiers/stuck-members.tsx';
import { ButtonLink } from '../../ui/elements/button.tsx';
import { Notice } from '../../ui/elements/notice.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { requireRole } from '../../web/guards.server.ts';
import { privatePage } from './private-page.ts';
import { moveOf } from './tier-of.server.ts';

const notices: Readonly<Record<string, MessageKey>> = {
  'called-off': 'tiers.done.calledOff',
  retried: 'tiers.done.retried',
  nothing: 'tiers.nothingLeft',
};

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  return pageMeta(args, { title: t('tiers.moves'), isIndexed: false });
};

export const headers = privatePage;

export async function loader(args: LoaderFunctionArgs) {
  const { role } = await requireRole(args, rolesWith('tiers.view'));
  const move = await moveOf(args);
  const done = new URL(args.request.url).searchParams.get('done') ?? '';
  return {
    move,
    stuck: await listStuckMembers(args.context.services, move.id),
    notice: Object.hasOwn(notices, done) ? (notices[done] ?? null) : null,
    mayAct: may(role, 'tiers.act'),
  };
}

export default function TierMovePage() {
  const { move, stuck, notice, mayAct } = useLoaderData<typeof loader>();
  const { t, href } = useLocale();
  const { day } = useDates();
  const here = href(`/admin/tiers/moves/${move.id}`);
  return (
    <>
      <p className="kicker">
        {mayAct ? (
          <a href={href(`/admin/tiers/${move.tierId}`)}>{t('tiers.backToTier')}</a>
        ) : (
          <a href={href('/admin/tiers')}>{t('tiers.back')}</a>
        )}
      </p>
      <PageHead
        title={t('tiers.move.title', { date: day(move.createdAt) })}
        actions={
          mayAct && move.isOpen ? (
            <>
              {move.counts.failed > 0 ? (
                <ButtonLink to={`${here}/retry`}>{t('tiers.retry')}</ButtonLink>
              ) : null}{' '}
              <ButtonLink to={`${here}/cancellation`} look="quiet">
                {t('tiers.callOff')}
              </ButtonLink>
            </>
          ) : null
        }
      />
      {notice ? (
        <Notice tone="good">
          <p>{t(notice)}</p>
        </Notice>
      ) : null}
      <MoveFacts move={move} />
      <StuckMembers members={stuck} />
    </>
  );
}
