import type { MessageKey } from '../../messages/translate.ts';
import { Button, ButtonLink } from '../elements/button.tsx';
import { useLocale } from '../use-locale.ts';
import { Alternatives, type AlternativesView } from './ending/alternative.tsx';
import { EndingTerms, type EndingTermsView, useEndingSubmit } from './ending/ending-terms.tsx';
import { ReasonFields } from './ending/reason-fields.tsx';

/** What ends when, what stays, and the one button that does it. The reason is a question, not a condition. */
export function CancellationForm({
  ending,
  alternatives,
  typed = {},
  errors = {},
}: {
  ending: EndingTermsView;
  alternatives: AlternativesView;
  typed?: Readonly<Record<string, string>> | undefined;
  errors?: Readonly<Record<string, MessageKey>> | undefined;
}) {
  const { t, href } = useLocale();
  const submit = useEndingSubmit(ending);
  return (
    <>
      <EndingTerms ending={ending} />
      <form method="post" className="account__form ending" noValidate>
        <ReasonFields typed={typed} errors={errors}>
          <Alternatives alternatives={alternatives} />
        </ReasonFields>
        <div className="account__acts">
          <Button look="accent">{submit}</Button>
          <ButtonLink to={href('/account/membership')} look="quiet">
            {t('account.cancel.keep')}
          </ButtonLink>
        </div>
      </form>
    </>
  );
}
