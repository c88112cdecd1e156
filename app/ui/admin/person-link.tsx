import { isErasedAddress } from '../../domain/supporters/erased-address.ts';
import { useLocale } from '../use-locale.ts';

/** What stands for somebody: their name, else their address; neither for somebody who was erased. */
export function usePersonName() {
  const { t } = useLocale();
  return ({ name, email }: { readonly name: string | null; readonly email: string }): string =>
    name ?? (isErasedAddress(email) ? t('identity.erasedPerson') : email);
}

/** A person by name, with their address under it; who gave no name goes by the address alone. */
export function PersonLink({
  person,
}: {
  person: { readonly id: string; readonly name: string | null; readonly email: string };
}) {
  const { href } = useLocale();
  const nameOf = usePersonName();
  return (
    <>
      <a href={href(`/admin/supporters/${person.id}`)}>{nameOf(person)}</a>
      {person.name ? <span className="report-table__note">{person.email}</span> : null}
    </>
  );
}
