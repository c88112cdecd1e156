import {
  type ArticleFilter,
  articleQuery,
  articleSorts,
  articleStates,
  everyArticle,
} from '../../../domain/reports/article-filter.ts';
import type { ArticleFilterOptions, NamedSlug } from '../../../domain/reports/listed-article.ts';
import { locales } from '../../../kernel/locale.ts';
import { Button } from '../../elements/button.tsx';
import { Field, TextField } from '../../elements/field.tsx';
import { useLocale } from '../../use-locale.ts';

interface Props {
  filter: ArticleFilter;
  options: ArticleFilterOptions;
}

/** Looks for articles; the finer questions are folded away until one of them is asked. */
export function ArticleFilters({ filter, options }: Props) {
  const { locale, t, href } = useLocale();
  const { search, state, sort, ...finer } = filter;
  const isFiner = Object.values(finer).some((value) => value !== null);
  const named = (list: readonly NamedSlug[]) =>
    list.map(({ slug, name }) => ({ value: slug, label: name[locale] || name.en || name.uk }));
  return (
    <form className="people-search" method="get" action={href('/admin/articles')} role="search">
      <div className="people-search__line">
        <TextField
          name="search"
          type="search"
          label={t('articles.search')}
          hint={t('articles.searchHint')}
          defaultValue={search ?? ''}
          autoComplete="off"
        />
        <Choice
          name="state"
          label={t('articles.state')}
          chosen={state}
          any={t('articles.anyState')}
          options={articleStates.map((value) => ({
            value,
            label: t(`admin.articleStatus.${value}`),
          }))}
        />
        <Choice
          name="sort"
          label={t('articles.sort')}
          chosen={sort}
          options={articleSorts.map((value) => ({ value, label: t(`articles.sort.${value}`) }))}
        />
        <Button>{t('admin.search')}</Button>
      </div>
      <details className="people-search__finer" open={isFiner}>
        <summary>{t('articles.finer')}</summary>
        <div className="people-search__fields">
          <Choice
            name="section"
            label={t('admin.section')}
            chosen={filter.section}
            any={t('articles.any')}
            options={named(options.sections)}
          />
          <Choice
            name="author"
            label={t('articles.author')}
            chosen={filter.author}
            any={t('articles.any')}
            options={named(options.authors)}
          />
          <Choice
            name="language"
            label={t('admin.language')}
            chosen={filter.language}
            any={t('articles.any')}
            options={locales.map((value) => ({
              value,
              label: t('admin.languageName', { language: value }),
            }))}
          />
          <Choice
            name="extras"
            label={t('articles.extras')}
            chosen={filter.extras === null ? null : filter.extras ? '1' : '0'}
            any={t('articles.any')}
            options={[
              { value: '1', label: t('articles.extras.1') },
              { value: '0', label: t('articles.extras.0') },
            ]}
          />
        </div>
      </details>
    </form>
  );
}

/** Every filter that holds, each with a link that takes it away. */
export function ArticleChips({ filter, options }: Props) {
  const { locale, t, href } = useLocale();
  const nameIn = (list: readonly NamedSlug[], slug: string | null) =>
    slug && (list.find((each) => each.slug === slug)?.name[locale] || slug);
  const { search, state, language, extras } = filter;
  const section = nameIn(options.sections, filter.section);
  const author = nameIn(options.authors, filter.author);
  const chips: [keyof ArticleFilter, string | null][] = [
    ['search', search && t('articles.chip.search', { search })],
    ['state', state && t(`admin.articleStatus.${state}`)],
    ['section', section && t('articles.chip.section', { section })],
    ['author', author && t('articles.chip.author', { author })],
    ['language', language && t('admin.languageName', { language })],
    ['extras', extras === null ? null : t(extras ? 'articles.extras.1' : 'articles.extras.0')],
  ];
  const held = chips.filter(([, says]) => says);
  if (held.length === 0) return null;
  return (
    <ul className="chips plain-list" aria-label={t('articles.filters')}>
      {held.map(([field, says]) => {
        const without = { ...filter, [field]: everyArticle[field] };
        return (
          <li key={field}>
            <a
              className="chip"
              href={href(`/admin/articles${articleQuery(without)}`)}
              aria-label={t('people.removeFilter', { filter: says ?? '' })}
            >
              {says} <span aria-hidden="true">×</span>
            </a>
          </li>
        );
      })}
      <li>
        <a href={href('/admin/articles')}>{t('articles.showAll')}</a>
      </li>
    </ul>
  );
}

function Choice({
  name,
  label,
  chosen,
  any,
  options,
}: {
  name: string;
  label: string;
  chosen: string | null;
  any?: string;
  options: readonly { readonly value: string; readonly label: string }[];
}) {
  return (
    <Field name={name} label={label}>
      {(control) => (
        <select {...control} defaultValue={chosen ?? ''}>
          {any === undefined ? null : <option value="">{any}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
