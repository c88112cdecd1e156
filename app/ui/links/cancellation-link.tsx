import { formatDay } from '../../kernel/format.ts';
import type { MessageKey } from '../../messages/translate.ts';
import { EndingProblem, type EndingProblemView } from '../account/ending/ending-problem.tsx';
import { EndingTerms, useEndingSubmit } from '../account/ending/ending-terms.tsx';
import { ReasonFields } from '../account/ending/reason-fields.tsx';
import { Button } from '../elements/button.tsx';
import { useLocale } from '../use-locale.ts';
import { LinkPage } from './link-page.tsx';
import { LinkedFacts } from './linked-facts.tsx';
import type { LinkedMembershipView } from './linked-membership.ts';

/** Ending a membership from a mail: what it is, what happens, one button. Or that it is done. */
export function CancellationLink({
  linked,
  problem,
  typed = {},
  errors = {},
}: {
  linked: LinkedMembershipView;
  problem: EndingProblemView | null;
  typed?: Readonly<Record<string, string>> | undefined;
  errors?: Readonly<Record<string, MessageKey>> | undefined;
}) {
  const { locale, t } = useLocale();
  const { ending } = linked;
  const submit = useEndingSubmit(ending);
  const date = formatDay(new Date(ending.endsAt), locale, ending.timeZone);
  if (ending.state !== 'going_on') {
    const is = ending.state === 'ending' ? 'done' : 'ended';
    return (
      <LinkPage title={t(`ending.cancel.${is}Title`, { date })}>
        <p>{t(`ending.cancel.${is}`, { date })}</p>
        <LinkedFacts linked={linked} />
      </LinkPage>
    );
  }
  const hasSaid = Object.keys(errors).length > 0 || Object.values(typed).some(Boolean);
  return (
    <LinkPage title={t('ending.cancel.title')}>
      <p className="meta">{t('ending.cancel.lead')}</p>
      <EndingProblem problem={problem} contactEmail={linked.contactEmail} />
      <LinkedFacts linked={linked} />
      <EndingTerms ending={ending} />
      <form method="post" className="link-page__form" noValidate>
        <details open={hasSaid}>
          <summary>{t('ending.reasonTitle')}</summary>
          <ReasonFields typed={typed} errors={errors} />
        </details>
        <Button look="accent">{submit}</Button>
      </form>
      <p className="meta">{t('ending.cancel.keepHint')}</p>
    </LinkPage>
  );
}
