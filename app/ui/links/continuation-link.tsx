import { formatDay, formatMoney } from '../../kernel/format.ts';
import { EndingProblem, type EndingProblemView } from '../account/ending/ending-problem.tsx';
import { Button, ButtonLink } from '../elements/button.tsx';
import { useLocale } from '../use-locale.ts';
import { LinkPage } from './link-page.tsx';
import { LinkedFacts } from './linked-facts.tsx';
import type { LinkedMembershipView } from './linked-membership.ts';

/** Taking the end of a membership back from a mail. Or that it goes on, or has ended. */
export function ContinuationLink({
  linked,
  problem,
}: {
  linked: LinkedMembershipView;
  problem: EndingProblemView | null;
}) {
  const { locale, t, href } = useLocale();
  const { ending, nextCharge } = linked;
  const day = (instant: string) => formatDay(new Date(instant), locale, ending.timeZone);
  const date = day(ending.endsAt);
  if (ending.state === 'ended') {
    return (
      <LinkPage title={t('ending.continue.endedTitle')}>
        <p>{t('ending.continue.ended', { date })}</p>
        <LinkedFacts linked={linked} />
        <p className="account__acts">
          <ButtonLink to={href('/join')} look="accent">
            {t('account.invite.submit')}
          </ButtonLink>
        </p>
      </LinkPage>
    );
  }
  if (ending.state === 'going_on') {
    return (
      <LinkPage title={t('ending.continue.doneTitle')}>
        <p>
          {nextCharge
            ? t('ending.continue.done', {
                amount: formatMoney(nextCharge.amount, locale),
                date: day(nextCharge.at),
              })
            : t('ending.continue.doneNoCharge')}
        </p>
        <LinkedFacts linked={linked} />
      </LinkPage>
    );
  }
  return (
    <LinkPage title={t('ending.continue.title')}>
      <EndingProblem problem={problem} contactEmail={linked.contactEmail} />
      <p>{t('ending.continue.lead', { date })}</p>
      <LinkedFacts linked={linked} />
      <form method="post" className="link-page__form">
        <Button look="accent">{t('ending.continue.submit')}</Button>
      </form>
      <p className="meta">{t('ending.continue.leaveHint')}</p>
    </LinkPage>
  );
}
