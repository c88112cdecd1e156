import type { ArticlePreview } from '../../../domain/articles/writing/preview.ts';
import { money } from '../../../kernel/money.ts';
import { ArticleBody } from '../../article/body.tsx';
import { Picture } from '../../elements/picture.tsx';
import { useLocale } from '../../use-locale.ts';

const nothingLocked = {
  articleSlug: '',
  returnTo: '/',
  gateTiers: [],
  donorPass: { minimum: money(0, 'EUR'), days: 0 },
};

/** What was typed, as somebody for whom everything is open would read it. */
export function WritingPreview({ preview }: { preview: ArticlePreview }) {
  const { locale, t } = useLocale();
  const { picture, language } = preview;
  return (
    <section
      className="editor__preview"
      id="preview"
      data-preview
      tabIndex={-1}
      aria-label={t('writing.preview')}
    >
      <article className="article" lang={language === locale ? undefined : language}>
        <header className="article__head">
          {preview.section ? <p className="kicker article__kicker">{preview.section}</p> : null}
          {preview.headline ? <h2 className="article__headline">{preview.headline}</h2> : null}
          {preview.dek ? <p className="article__dek">{preview.dek}</p> : null}
          {preview.authors.length > 0 ? <p className="meta">{preview.authors.join(', ')}</p> : null}
        </header>
        {picture ? (
          <figure className="figure-block">
            <Picture picture={picture} sizes="(min-width: 48rem) 46rem, 100vw" />
            <figcaption className="caption">
              {preview.pictureCaption ? <span>{preview.pictureCaption} </span> : null}
              <span className="caption__credit">{picture.credit}</span>
            </figcaption>
          </figure>
        ) : null}
        {preview.teaserHtml ? (
          <div className="prose" dangerouslySetInnerHTML={{ __html: preview.teaserHtml }} />
        ) : null}
        <ArticleBody
          blocks={preview.blocks}
          lock={null}
          offer={nothingLocked}
          firstLockedId={null}
        />
        {preview.correction ? <p className="note">{preview.correction}</p> : null}
      </article>
    </section>
  );
}
