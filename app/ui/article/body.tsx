import type { ArticleView, BlockView } from '../../domain/articles/article.ts';
import { Picture } from '../elements/picture.tsx';
import { LockedExtra, type PaywallOffer } from '../paywall/paywall.tsx';
import { useLocale } from '../use-locale.ts';

/** The blocks of a body in their order. HTML here comes from `renderMarkdown`, which escapes raw tags. */
export function ArticleBody({
  blocks,
  lock,
  offer,
  firstLockedId,
}: {
  blocks: readonly BlockView[];
  lock: ArticleView['lock'];
  offer: PaywallOffer;
  firstLockedId: string | null;
}) {
  return blocks.map((block, index) => (
    <BodyBlock key={index} block={block} lock={lock} offer={offer} firstLockedId={firstLockedId} />
  ));
}

function BodyBlock({
  block,
  lock,
  offer,
  firstLockedId,
}: {
  block: BlockView;
  lock: ArticleView['lock'];
  offer: PaywallOffer;
  firstLockedId: string | null;
}) {
  const { locale, t } = useLocale();
  switch (block.type) {
    case 'text':
      return <div className="prose" dangerouslySetInnerHTML={{ __html: block.html }} />;
    case 'note':
      return (
        <div className="note" role="note">
          <p className="kicker" lang={locale}>
            {t('reading.noteLabel')}
          </p>
          <div className="prose" dangerouslySetInnerHTML={{ __html: block.html }} />
        </div>
      );
    case 'quote':
      return (
        <figure className="quote">
          <blockquote dangerouslySetInnerHTML={{ __html: block.html }} />
          {block.by ? <figcaption className="meta">{block.by}</figcaption> : null}
        </figure>
      );
    case 'picture':
      return (
        <figure className="figure-block">
          <Picture picture={block.picture} sizes="(min-width: 48rem) 46rem, 100vw" />
          <figcaption className="caption">
            {block.caption ? <span>{block.caption} </span> : null}
            <span className="caption__credit">{block.picture.credit}</span>
          </figcaption>
        </figure>
      );
    case 'embed':
      return <Embed block={block} />;
    case 'extra':
      if (block.isLocked)
        return <LockedExtra extra={block} lock={lock} offer={offer} firstId={firstLockedId} />;
      return (
        <section
          className="extra extra--open"
          id={block.id}
          aria-labelledby={block.title ? `${block.id}-title` : undefined}
        >
          <p className="kicker" lang={locale}>
            {t('reading.extraOpen')} · {t('reading.extraKind', { kind: block.kind })}
          </p>
          {block.title ? (
            <h2 className="extra__title" id={`${block.id}-title`}>
              {block.title}
            </h2>
          ) : null}
          <p className="meta">{block.holds}</p>
          <ArticleBody
            blocks={block.blocks}
            lock={lock}
            offer={offer}
            firstLockedId={firstLockedId}
          />
        </section>
      );
  }
}

/** A chart, map or table: title above, its data in words below, its source last. */
function Embed({ block }: { block: Extract<BlockView, { type: 'embed' }> }) {
  const { locale, t } = useLocale();
  return (
    <figure className="embed">
      <p className="embed__title">{block.title}</p>
      {block.picture ? (
        <Picture picture={block.picture} sizes="(min-width: 48rem) 46rem, 100vw" />
      ) : null}
      <figcaption className="caption">
        <div dangerouslySetInnerHTML={{ __html: block.html }} />
        {block.source ? (
          <p className="caption__credit">
            <span lang={locale}>{t('reading.source', { source: block.source })}</span>
          </p>
        ) : null}
      </figcaption>
    </figure>
  );
}
