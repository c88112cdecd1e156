import { useLocale } from '../../use-locale.ts';

/** What this role may do about somebody. */
export interface MayDo {
  readonly note: boolean;
  readonly mail: boolean;
  readonly grant: boolean;
  readonly identity: boolean;
  readonly erase: boolean;
}

/** What can be done about one person, each on a page of its own. */
export function ActsMenu({
  person,
  may,
}: {
  person: { readonly id: string; readonly email: string };
  may: MayDo;
}) {
  const { t, href } = useLocale();
  const own = href(`/admin/supporters/${person.id}`);
  const acts: readonly (readonly [boolean, string, string])[] = [
    [may.note, `${own}/notes`, t('supporterActs.note')],
    [may.mail, `${own}/mails`, t('supporterActs.mails')],
    [
      may.grant,
      `${href('/admin/grants/new')}?email=${encodeURIComponent(person.email)}`,
      t('supporterActs.grant'),
    ],
    [may.identity, `${own}/email`, t('identity.staff.actions')],
    [may.identity, `${own}/merge`, t('identity.staff.mergeAction')],
    [may.erase, `${own}/erasure`, t('staffErasure.act')],
  ];
  const shown = acts.filter(([is]) => is);
  if (shown.length === 0) return null;
  return (
    <details className="acts-menu">
      <summary>{t('supporterActs.menu')}</summary>
      <ul className="plain-list">
        {shown.map(([, to, says]) => (
          <li key={to}>
            <a href={to}>{says}</a>
          </li>
        ))}
      </ul>
    </details>
  );
}
