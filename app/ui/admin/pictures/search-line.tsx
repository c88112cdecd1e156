import { Button } from '../../elements/button.tsx';
import { TextField } from '../../elements/field.tsx';
import { useLocale } from '../../use-locale.ts';

/** One field to look for something in a list; `action` is the list's full path. */
export function SearchLine({
  action,
  label,
  hint,
  search,
}: {
  action: string;
  label: string;
  hint: string;
  search: string;
}) {
  const { t } = useLocale();
  return (
    <form className="search-line" method="get" action={action} role="search">
      <TextField
        name="search"
        type="search"
        label={label}
        hint={hint}
        defaultValue={search}
        autoComplete="off"
        maxLength={200}
      />
      <Button>{t('admin.search')}</Button>
    </form>
  );
}
