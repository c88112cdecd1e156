import { Notice } from '../../elements/notice.tsx';
import { useLocale } from '../../use-locale.ts';

const known = ['resent', 'nothing', 'cancelled', 'too-often'] as const;
export type EmailNewsKind = (typeof known)[number];

/** What was done just now, as the page's address says it. */
export function emailNews(word: string | null): EmailNewsKind | null {
  return known.find((kind) => kind === word) ?? null;
}

export function EmailNews({
  news,
  waitMinutes,
}: {
  news: EmailNewsKind | null;
  waitMinutes: number | null;
}) {
  const { t } = useLocale();
  if (waitMinutes !== null || news === 'too-often') {
    return (
      <Notice tone="bad">
        <p>{t('identity.email.tooMany', { minutes: waitMinutes ?? 60 })}</p>
      </Notice>
    );
  }
  switch (news) {
    case 'resent':
      return <Notice tone="good">{t('identity.email.resent')}</Notice>;
    case 'nothing':
      return <Notice tone="bad">{t('identity.email.nothingToResend')}</Notice>;
    case 'cancelled':
      return <Notice tone="good">{t('identity.email.cancelled')}</Notice>;
    case null:
      return null;
  }
}
