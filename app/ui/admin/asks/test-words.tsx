import type { AskTest, AskVariant } from '../../../domain/asks/ab-test/ab-test.ts';
import { useLocale } from '../../use-locale.ts';

/** What both variants say, side by side, in the language of the desk. */
export function TestWords({ test }: { test: AskTest }) {
  return (
    <div className="ask-test__words">
      <Words variant={test.a} arm="a" />
      {test.b ? <Words variant={test.b} arm="b" /> : null}
    </div>
  );
}

function Words({ variant, arm }: { variant: AskVariant; arm: 'a' | 'b' }) {
  const { locale, t } = useLocale();
  return (
    <article className="ask-test__variant">
      <p className="kicker">
        {t(`askTest.arm.${arm}`)} · {t(`giving.frequency.${variant.frequency}`)}
      </p>
      <h3>{variant.heading[locale]}</h3>
      <p>{variant.body[locale]}</p>
    </article>
  );
}
