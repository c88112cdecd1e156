import { useLocale } from '../use-locale.ts';
import type { RootView } from './site-view.ts';

/** Says that this is a rehearsal, and where its mail and its payments can be looked at. */
export function SandboxBanner({ sandbox }: { sandbox: NonNullable<RootView['sandbox']> }) {
  const { t } = useLocale();
  return (
    <aside className="sandbox" aria-label={t('common.sandbox')}>
      <div className="wrap sandbox__line">
        <span>{t('common.sandbox')}</span>
        {sandbox.mailboxUrl ? <a href={sandbox.mailboxUrl}>{t('common.sandboxMailbox')}</a> : null}
        {sandbox.stripeUrl ? <a href={sandbox.stripeUrl}>{t('common.sandboxStripe')}</a> : null}
      </div>
    </aside>
  );
}
