import type { PictureView } from '../../../domain/articles/picture.ts';
import type { PictureUses } from '../../../domain/articles/pictures/library.ts';
import { Picture } from '../../elements/picture.tsx';
import { useLocale } from '../../use-locale.ts';
import { At } from '../dates.tsx';
import { UsedIn } from './used-in.tsx';

/** A picture with its facts, and where it stands. */
export function PictureShown({
  view,
  createdAt,
  uses,
  count,
  usesShown,
  mayAct,
}: {
  view: PictureView;
  createdAt: Date;
  uses: PictureUses;
  count: number;
  usesShown: number;
  mayAct: boolean;
}) {
  const { locale, t, href } = useLocale();
  const portraits = uses.authors.map(({ slug, name }) => ({
    label: t('pictures.asPortrait', { name: name[locale] }),
    to: href(`/admin/authors/${slug}`),
  }));
  return (
    <section className="picture-page__shown" aria-labelledby="where">
      <Picture picture={view} sizes="(min-width: 60rem) 36rem, 100vw" isFirst />
      <dl className="facts">
        <dt>{t('pictures.added')}</dt>
        <dd>
          <At instant={createdAt} form="day" />
        </dd>
        <dt>{t('pictures.id')}</dt>
        <dd>
          <code>{view.id}</code>
          <br />
          {t('pictures.idHint')}
          <br />
          <code>{`::: picture id="${view.id}"`}</code>
          <br />
          <code>:::</code>
        </dd>
        <dt>{t('pictures.file')}</dt>
        <dd>{t('pictures.size', { width: view.width, height: view.height })}</dd>
      </dl>
      <h2 className="report-part__title" id="where">
        {t('pictures.where')}
      </h2>
      {count === 0 ? (
        <p className="report-part__definition">{t('pictures.whereNone')}</p>
      ) : (
        <UsedIn articles={uses.articles} others={portraits} />
      )}
      {uses.articles.length === usesShown ? (
        <p className="report-part__definition">{t('pictures.whereMore', { count: usesShown })}</p>
      ) : null}
      {mayAct ? (
        <p className="more">
          <a href={href(`/admin/pictures/${view.id}/removal`)}>{t('pictures.remove')}</a>
        </p>
      ) : null}
    </section>
  );
}
