import type { MergeProblem } from '../../../domain/privacy/merge.ts';
import { Notice } from '../../elements/notice.tsx';
import { useLocale } from '../../use-locale.ts';

/** Why two can't become one. */
export function MergeProblemNotice({ problem }: { problem: MergeProblem }) {
  const { t } = useLocale();
  return (
    <Notice tone="bad" title={t('identity.merge.problemTitle')}>
      <p>{t(`identity.merge.problem.${problem}`)}</p>
    </Notice>
  );
}
