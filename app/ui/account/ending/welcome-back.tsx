import { formatDay } from '../../../kernel/format.ts';
import { useLocale } from '../../use-locale.ts';
import type { FormerView } from './return-view.ts';

/** Above the join form, for somebody whose last membership is filled in below. */
export function WelcomeBack({ last, timeZone }: { last: FormerView; timeZone: string }) {
  const { locale, t } = useLocale();
  const day = (instant: string) => formatDay(new Date(instant), locale, timeZone);
  return <p>{t('ending.back.joinLead', { from: day(last.startedAt), to: day(last.endedAt) })}</p>;
}
