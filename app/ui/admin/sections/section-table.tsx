import type { SectionWithUses } from '../../../domain/articles/sections/section-list.ts';
import { Button } from '../../elements/button.tsx';
import { ReportTable } from '../../report-table/report-table.tsx';
import { useLocale } from '../../use-locale.ts';
import { wholeNumber } from '../figures.tsx';

/** Sections in the order of the navigation, with what moves them. */
export function SectionTable({
  sections,
  mayAct,
}: {
  sections: readonly SectionWithUses[];
  mayAct: boolean;
}) {
  const { locale, t, href } = useLocale();
  return (
    <ReportTable
      label={t('desk.sections')}
      head={[
        { label: t('sections.section') },
        { label: t('sections.description'), isWideOnly: true },
        { label: t('sections.articles'), isFigure: true },
        ...(mayAct ? [{ label: t('sections.order') }] : []),
      ]}
    >
      {sections.map(({ slug, name, description, articles }, index) => (
        <tr key={slug}>
          <th scope="row">
            {mayAct ? <a href={href(`/admin/sections/${slug}`)}>{name[locale]}</a> : name[locale]}
            <span className="report-table__note">
              <a href={href(`/${slug}`)}>{`/${slug}`}</a>
            </span>
          </th>
          <td className="wide-only">{description[locale]}</td>
          <td className="figure">{wholeNumber(articles, locale)}</td>
          {mayAct ? (
            <td>
              <div className="asks__acts">
                {index > 0 ? <Move slug={slug} name={name[locale]} to="up" /> : null}
                {index < sections.length - 1 ? (
                  <Move slug={slug} name={name[locale]} to="down" />
                ) : null}
              </div>
            </td>
          ) : null}
        </tr>
      ))}
    </ReportTable>
  );
}

function Move({ slug, name, to }: { slug: string; name: string; to: 'up' | 'down' }) {
  const { t, href } = useLocale();
  return (
    <form method="post" action={href(`/admin/sections/${slug}/place`)}>
      <input type="hidden" name="to" value={to} />
      <Button look="quiet" isSmall>
        {t(to === 'up' ? 'sections.up' : 'sections.down')}
        <span className="visually-hidden"> {name}</span>
      </Button>
    </form>
  );
}
