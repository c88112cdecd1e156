import { useLocale } from '../../use-locale.ts';
import { wholeNumber } from '../figures.tsx';

/** "1 supporter", "more than 10,000 supporters". */
export function useCount() {
  const { locale, t } = useLocale();
  return ({ count, isMore }: { readonly count: number; readonly isMore: boolean }): string =>
    isMore
      ? t('people.foundMore', { count: wholeNumber(count, locale) })
      : t('admin.found', { count });
}
