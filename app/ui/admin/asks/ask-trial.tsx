import type { AskPage, TriedAsk } from '../../../domain/asks/ask.ts';
import { Button } from '../../elements/button.tsx';
import { Field, TextField } from '../../elements/field.tsx';
import { ReportTable } from '../../report-table/report-table.tsx';
import { useLocale } from '../../use-locale.ts';

/** An article and a kind of reader, and what each ask says to them. */
export function AskTrial({
  view: { typed, isPatron, country, views, articles, headline, page, tried },
}: {
  view: {
    readonly typed: string;
    readonly isPatron: boolean;
    readonly country: string;
    readonly views: number;
    readonly articles: number;
    readonly headline: string | null;
    readonly page: AskPage | null;
    readonly tried: readonly TriedAsk[] | null;
  };
}) {
  const { t, href } = useLocale();
  return (
    <>
      <form className="filters" method="get" action={href('/admin/asks/trial')}>
        <TextField
          name="article"
          label={t('asks.trial.article')}
          hint={t('asks.trial.articleHint')}
          defaultValue={typed}
          error={typed !== '' && !page ? 'asks.trial.unknown' : null}
        />
        <Field name="reader" label={t('asks.trial.reader')}>
          {(control) => (
            <select {...control} defaultValue={isPatron ? 'patron' : 'reader'}>
              <option value="reader">{t('asks.trial.anyone')}</option>
              <option value="patron">{t('asks.trial.patron')}</option>
            </select>
          )}
        </Field>
        <TextField
          name="views"
          label={t('asks.trial.views')}
          defaultValue={String(views)}
          inputMode="numeric"
          isShort
        />
        <TextField
          name="articles"
          label={t('asks.trial.articles')}
          defaultValue={String(articles)}
          inputMode="numeric"
          isShort
        />
        <TextField
          name="country"
          label={t('asks.trial.country')}
          defaultValue={country}
          maxLength={2}
          isShort
          isOptional
        />
        <Button>{t('asks.trial.submit')}</Button>
      </form>
      {page && tried ? (
        <>
          <h2 className="asks__article">{headline}</h2>
          <p>{summaryOf(page, t)}</p>
          {isPatron ? <p>{t('asks.trial.thanked')}</p> : null}
          <ReportTable
            label={t('asks.try')}
            head={[{ label: t('asks.ask') }, { label: t('asks.trial.outcome') }]}
          >
            {tried.map((one) => (
              <tr key={one.id}>
                <th scope="row">{one.name}</th>
                <td>
                  {one.outcome === 'no' ? (
                    <ul className="plain-list">
                      {one.because.map((reason) => (
                        <li key={reason}>{t(`asks.refusal.${reason}`)}</li>
                      ))}
                    </ul>
                  ) : (
                    t(`asks.outcome.${one.outcome}`)
                  )}
                </td>
              </tr>
            ))}
          </ReportTable>
        </>
      ) : null}
    </>
  );
}

function summaryOf(page: AskPage, t: ReturnType<typeof useLocale>['t']): string {
  return t('asks.trial.page', {
    section: page.sectionSlug,
    tags: page.tags.length > 0 ? page.tags.join(', ') : t('admin.none'),
    sensitive: page.isSensitive ? 'yes' : 'no',
  });
}
