import type { MetaFunction } from '@remix-run/node';
import { localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { LinkPage } from '../../ui/links/link-page.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { useLocale } from '../../ui/use-locale.ts';

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: translatorFor(localeOfPath(args.location.pathname))('identity.erased.title'),
    isIndexed: false,
  });

/** Where an erasure leads: it says the same to everybody, because it knows nobody any more. */
export default function ErasureDone() {
  const { t } = useLocale();
  return (
    <LinkPage title={t('identity.erased.title')}>
      <p>{t('identity.erased.lead')}</p>
      <p>{t('identity.erased.thanks')}</p>
    </LinkPage>
  );
}
