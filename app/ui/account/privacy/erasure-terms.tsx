import type { MessageKey } from '../../../messages/translate.ts';
import { useLocale } from '../../use-locale.ts';

const goes: readonly MessageKey[] = [
  'identity.erase.goes.name',
  'identity.erase.goes.words',
  'identity.erase.goes.access',
  'identity.erase.goes.mails',
  'identity.erase.goes.stripe',
];
const stays: readonly MessageKey[] = [
  'identity.erase.stays.money',
  'identity.erase.stays.stripe',
  'identity.erase.stays.log',
];

/** What an erasure takes out, and what it must leave. */
export function ErasureTerms() {
  const { t } = useLocale();
  return (
    <>
      <section className="account__part" aria-labelledby="goes">
        <h2 id="goes">{t('identity.erase.goes')}</h2>
        <Lines keys={goes} />
      </section>
      <section className="account__part" aria-labelledby="stays">
        <h2 id="stays">{t('identity.erase.stays')}</h2>
        <Lines keys={stays} />
        <p>{t('identity.erase.receipts')}</p>
      </section>
    </>
  );
}

function Lines({ keys }: { keys: readonly MessageKey[] }) {
  const { t } = useLocale();
  return (
    <ul className="account__list">
      {keys.map((key) => (
        <li key={key}>{t(key)}</li>
      ))}
    </ul>
  );
}
