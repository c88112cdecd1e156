import { type Piece, shortened } from '../../../domain/articles/writing/differences.ts';
import { useLocale } from '../../use-locale.ts';

export interface FieldDifference {
  readonly field: 'headline' | 'dek' | 'teaser' | 'body';
  readonly pieces: readonly Piece[];
}

/** What became of an article's words: struck out what went, underlined what came. Both are said aloud as well. */
export function Differences({ changes }: { changes: readonly FieldDifference[] }) {
  const { t } = useLocale();
  if (changes.length === 0) return <p>{t('writing.noDifference')}</p>;
  return changes.map(({ field, pieces }) => (
    <section key={field} className="difference" aria-labelledby={`difference-${field}`}>
      <h3 className="difference__field" id={`difference-${field}`}>
        {t(`writing.${field}`)}
      </h3>
      <p className="difference__text">
        {shortened(pieces).map(({ kind, text }, index) =>
          kind === 'same' ? (
            <span key={index}>{text}</span>
          ) : kind === 'added' ? (
            <ins key={index}>
              <span className="visually-hidden">{t('writing.added')} </span>
              {text}
            </ins>
          ) : (
            <del key={index}>
              <span className="visually-hidden">{t('writing.removed')} </span>
              {text}
            </del>
          ),
        )}
      </p>
    </section>
  ));
}
