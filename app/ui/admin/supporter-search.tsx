import { type SupporterFilter, supporterGroups } from '../../domain/reports/supporter-filter.ts';
import { Field, TextField } from '../elements/field.tsx';
import { Button } from '../elements/button.tsx';
import { useLocale } from '../use-locale.ts';
import { monthName } from './dates.tsx';

/** Looks for people, and says whom the list holds. */
export function SupporterSearch({ filter, count }: { filter: SupporterFilter; count: string }) {
  const { locale, t, href } = useLocale();
  const isFiltered = filter.search !== null || filter.group !== null;
  const shown = filter.group ?? 'all';
  return (
    <>
      <form className="filters" method="get" action={href('/admin/supporters')} role="search">
        <TextField
          name="search"
          type="search"
          label={t('admin.searchSupporters')}
          hint={t('admin.searchHint')}
          defaultValue={filter.search ?? ''}
          autoComplete="off"
        />
        <Field name="group" label={t('admin.show')}>
          {(control) => (
            <select {...control} defaultValue={filter.group ?? ''}>
              <option value="">{t('admin.group.all')}</option>
              {supporterGroups.map((group) => (
                <option key={group} value={group}>
                  {t(`admin.group.${group}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        {filter.month ? <input type="hidden" name="month" value={filter.month} /> : null}
        <Button>{t('admin.search')}</Button>
      </form>
      <p className="filters__said">
        <strong>{count}.</strong> {t(`admin.groupDefinition.${shown}`)}{' '}
        {filter.month ? t('admin.inMonth', { month: monthName(filter.month, locale) }) : null}{' '}
        {filter.currency ? t('admin.inCurrency', { currency: filter.currency }) : null}{' '}
        {isFiltered ? <a href={href('/admin/supporters')}>{t('admin.showEveryone')}</a> : null}
      </p>
    </>
  );
}
