import type { ReactNode } from 'react';
import { useLocale } from '../use-locale.ts';

/** What is wrong with a mail's link. */
export type DeadLink = 'unknown' | 'expired';

/** The page of a link in a mail, for whoever holds the mail: one matter, and nothing about the account. */
export function LinkPage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="wrap">
      <div className="column link-page">
        <h1>{title}</h1>
        {children}
      </div>
    </div>
  );
}

/** A link that is not ours, or too old: how to do the same by signing in. `to` is a path without language. */
export function DeadLinkPage({ state, to }: { state: DeadLink; to: string }) {
  const { t, href } = useLocale();
  return (
    <LinkPage title={t(`ending.link.${state}Title`)}>
      <p>{t(`ending.link.${state}`)}</p>
      <p className="account__acts">
        <a href={href(to)}>{t('ending.link.signIn')}</a>
      </p>
    </LinkPage>
  );
}
