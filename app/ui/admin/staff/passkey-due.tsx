import { Notice } from '../../elements/notice.tsx';
import { useLocale } from '../../use-locale.ts';
import { At } from '../dates.tsx';

/** Until when this member of the staff comes in without a passkey. */
export function PasskeyDue({ until }: { until: Date }) {
  const { t, href } = useLocale();
  return (
    <Notice tone="warn">
      <p>
        {t('twoFactor.due')} <At instant={until} />.{' '}
        <a href={href(`/account/passkeys?next=${encodeURIComponent(href('/admin'))}`)}>
          {t('twoFactor.dueLink')}
        </a>
      </p>
    </Notice>
  );
}
