import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { exportKeys } from '../../domain/privacy/export-keys.ts';
import { localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { ButtonLink } from '../../ui/elements/button.tsx';
import { Notice } from '../../ui/elements/notice.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { requireSupporter } from '../../web/guards.server.ts';

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: translatorFor(localeOfPath(args.location.pathname))('identity.privacy.title'),
    isIndexed: false,
  });

export async function loader(args: LoaderFunctionArgs) {
  await requireSupporter(args);
  return { isTooOften: new URL(args.request.url).searchParams.has('too-often') };
}

export default function PrivacyPage() {
  const { isTooOften } = useLoaderData<typeof loader>();
  const { t, href } = useLocale();
  return (
    <>
      <h1>{t('identity.privacy.title')}</h1>
      {isTooOften ? <Notice tone="bad">{t('identity.privacy.exportTooMany')}</Notice> : null}
      <section className="account__part" aria-labelledby="export">
        <h2 id="export">{t('identity.privacy.exportTitle')}</h2>
        <p>{t('identity.privacy.exportLead')}</p>
        <details>
          <summary>{t('identity.privacy.exportKeys')}</summary>
          <dl className="facts">
            {exportKeys.flatMap((key) => [
              <dt key={key}>
                <code>{key}</code>
              </dt>,
              <dd key={`${key}-is`}>{t(`identity.privacy.key.${key}`)}</dd>,
            ])}
          </dl>
        </details>
        <p className="account__acts">
          <ButtonLink to={href('/account/privacy/export.json')}>
            {t('identity.privacy.export')}
          </ButtonLink>
        </p>
      </section>
      <section className="account__part" aria-labelledby="erase">
        <h2 id="erase">{t('identity.privacy.eraseTitle')}</h2>
        <p>{t('identity.privacy.eraseLead')}</p>
        <p className="account__acts">
          <a href={href('/account/privacy/erasure')}>{t('identity.privacy.erase')}</a>
        </p>
      </section>
    </>
  );
}
