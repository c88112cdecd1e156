import { useLocale } from '../use-locale.ts';

/** A person by name, with their address under it; who gave no name goes by the address alone. */
export function PersonLink({
  person,
}: {
  person: { readonly id: string; readonly name: string | null; readonly email: string };
}) {
  const { href } = useLocale();
  return (
    <>
      <a href={href(`/admin/supporters/${person.id}`)}>{person.name ?? person.email}</a>
      {person.name ? <span className="report-table__note">{person.email}</span> : null}
    </>
  );
}
