import type { FilterOptions } from '../../domain/reports/filter-options.ts';
import {
  type SupporterField,
  type SupporterFilter,
  supporterGroups,
  supporterSorts,
} from '../../domain/reports/supporter-filter.ts';
import { locales } from '../../kernel/locale.ts';
import { Button } from '../elements/button.tsx';
import { Field, TextField } from '../elements/field.tsx';
import { useLocale } from '../use-locale.ts';

interface Props {
  filter: SupporterFilter;
  options: FilterOptions;
  /** What the address says in the fields where people type. */
  typed: Readonly<Partial<Record<SupporterField, string>>>;
  unreadable: readonly SupporterField[];
}

/** Looks for people; the finer questions are folded away until one of them is asked. */
export function SupporterSearch({ filter, options, typed, unreadable }: Props) {
  const { t, href } = useLocale();
  const { search, group, month, currency, sort, articleId, ...finer } = filter;
  const isFiner = unreadable.length > 0 || Object.values(finer).some((value) => value !== null);
  return (
    <form className="people-search" method="get" action={href('/admin/supporters')} role="search">
      <div className="people-search__line">
        <TextField
          name="search"
          type="search"
          label={t('people.search')}
          hint={t('people.searchHint')}
          defaultValue={search ?? ''}
          autoComplete="off"
        />
        <Choice
          name="group"
          label={t('admin.show')}
          chosen={group}
          any={t('admin.group.all')}
          options={supporterGroups.map((value) => ({ value, label: t(`people.group.${value}`) }))}
        />
        <Choice
          name="sort"
          label={t('people.sort')}
          chosen={sort}
          options={supporterSorts.map((value) => ({ value, label: t(`people.sort.${value}`) }))}
        />
        <Button>{t('admin.search')}</Button>
      </div>
      {month ? <input type="hidden" name="month" value={month} /> : null}
      {currency ? <input type="hidden" name="currency" value={currency} /> : null}
      {articleId ? <input type="hidden" name="article" value={articleId} /> : null}
      <details className="people-search__finer" open={isFiner}>
        <summary>{t('people.finer')}</summary>
        <Finer {...{ filter, options, typed, unreadable }} />
      </details>
    </form>
  );
}

function Finer({ filter, options, typed, unreadable }: Props) {
  const { locale, t } = useLocale();
  const written = (field: SupporterField) => ({
    id: field,
    name: field,
    defaultValue: typed[field] ?? '',
    autoComplete: 'off',
    error: unreadable.includes(field) ? (`people.error.${field}` as const) : undefined,
  });
  return (
    <div className="people-search__fields">
      <Choice
        name="tier"
        label={t('admin.tier')}
        chosen={filter.tier}
        any={t('people.any')}
        options={options.tiers.map(({ slug, name }) => ({ value: slug, label: name[locale] }))}
      />
      <Choice
        name="still"
        label={t('people.still')}
        chosen={filter.still === null ? null : filter.still ? '1' : '0'}
        any={t('people.any')}
        options={[
          { value: '1', label: t('people.still.1') },
          { value: '0', label: t('people.still.0') },
        ]}
      />
      <TextField {...written('joined')} label={t('people.joined')} hint={t('people.monthHint')} />
      <TextField
        {...written('first_gift')}
        label={t('people.firstGift')}
        hint={t('people.monthHint')}
      />
      <Choice
        name="campaign"
        label={t('people.campaign')}
        chosen={filter.campaignId}
        any={t('people.any')}
        options={options.campaigns.map(({ id, title }) => ({ value: id, label: title[locale] }))}
      />
      <TextField
        name="article_search"
        type="search"
        label={t('people.article')}
        hint={t('people.articleHint')}
        defaultValue=""
        autoComplete="off"
      />
      <TextField
        {...written('country')}
        label={t('admin.country')}
        hint={t('people.countryHint')}
      />
      <Choice
        name="language"
        label={t('admin.language')}
        chosen={filter.language}
        any={t('people.any')}
        options={locales.map((value) => ({
          value,
          label: t('admin.languageName', { language: value }),
        }))}
      />
      <Choice
        name="given_in"
        label={t('people.givenIn')}
        chosen={filter.givenIn}
        any={t('people.anyCurrency')}
        options={options.currencies.map((value) => ({ value, label: value }))}
      />
      <TextField {...written('given_from')} label={t('people.givenFrom')} inputMode="decimal" />
      <TextField {...written('given_until')} label={t('people.givenUntil')} inputMode="decimal" />
    </div>
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
