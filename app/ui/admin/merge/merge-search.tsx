import { Button } from '../../elements/button.tsx';
import { TextField } from '../../elements/field.tsx';
import { useLocale } from '../../use-locale.ts';

/** Finds the other of the two. */
export function MergeSearch({
  keptId,
  words,
  found,
}: {
  keptId: string;
  words: string;
  found: readonly { readonly id: string; readonly email: string; readonly name: string | null }[];
}) {
  const { t, href } = useLocale();
  const page = href(`/admin/supporters/${keptId}/merge`);
  return (
    <section aria-label={t('identity.merge.search')}>
      <form method="get" action={page} role="search">
        <TextField
          name="q"
          type="search"
          label={t('identity.merge.search')}
          defaultValue={words}
          autoComplete="off"
        />
        <p>
          <Button look="quiet">{t('identity.merge.searchSubmit')}</Button>
        </p>
      </form>
      {words.trim() !== '' && found.length === 0 ? <p>{t('identity.merge.nobody')}</p> : null}
      <ul className="plain-list">
        {found.map((person) => (
          <li key={person.id}>
            <span className="sign-in__address">
              {person.name ? `${person.name}, ` : ''}
              {person.email}
            </span>{' '}
            <a
              href={`${page}?with=${person.id}`}
              aria-label={t('identity.merge.choose', { person: person.name ?? person.email })}
            >
              {t('identity.merge.chooseShort')}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
