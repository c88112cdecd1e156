import { type Locale, locales } from '../../kernel/locale.ts';
import { Button } from '../elements/button.tsx';
import { Choice } from '../elements/choice.tsx';
import { useLocale } from '../use-locale.ts';

/** In which language we write to them. */
export function LanguageForm({ chosen, wasSaved }: { chosen: Locale; wasSaved: boolean }) {
  const { t, href } = useLocale();
  return (
    <form method="post" action={href('/account/language')}>
      <fieldset className="account__choices" aria-describedby="language-help">
        <legend className="visually-hidden">{t('account.language.title')}</legend>
        <p className="meta" id="language-help">
          {t('account.language.help')}
        </p>
        {locales.map((locale) => (
          <Choice
            key={locale}
            type="radio"
            name="locale"
            value={locale}
            defaultChecked={locale === chosen}
            label={t(`account.language.${locale}`)}
          />
        ))}
      </fieldset>
      <p className="account__acts">
        <Button look="quiet">{t('account.language.submit')}</Button>
        {wasSaved ? <span role="status">{t('account.language.saved')}</span> : null}
      </p>
    </form>
  );
}
