import { type AuditFilter, textLimit } from '../../../domain/reports/audit/audit-filter.ts';
import { auditedActions, auditedKinds } from '../../../domain/reports/audit/audited.ts';
import type { StaffMember } from '../../../domain/supporters/staff/staff.ts';
import { Button } from '../../elements/button.tsx';
import { Field, TextField } from '../../elements/field.tsx';
import { useLocale } from '../../use-locale.ts';
import { sayKnown } from '../known-message.ts';

interface Option {
  readonly value: string;
  readonly label: string;
}

/** Chooses which entries are listed. What an address names and no list has is kept as it is. */
export function AuditFilters({
  filter,
  staff,
}: {
  filter: AuditFilter;
  staff: readonly Pick<StaffMember, 'supporterId' | 'name' | 'email'>[];
}) {
  const { locale, t, href } = useLocale();
  const { actor } = filter;
  const byLabel = (one: Option, other: Option) => one.label.localeCompare(other.label, locale);
  return (
    <form className="filters" method="get" action={href('/admin/audit')}>
      <Choose
        name="actor"
        label={t('audit.who')}
        any={t('audit.anyone')}
        chosen={actor === 'system' ? actor : (actor?.id ?? null)}
        options={[
          { value: 'system', label: t('audit.system') },
          ...staff.map(({ supporterId, name, email }) => ({
            value: supporterId,
            label: name ?? email,
          })),
        ]}
      />
      <Choose
        name="action"
        label={t('audit.what')}
        any={t('audit.anything')}
        chosen={filter.action}
        options={auditedActions
          .map((value) => ({ value, label: sayKnown(t, `admin.action.${value}`, value) }))
          .sort(byLabel)}
      />
      <Choose
        name="kind"
        label={t('audit.about')}
        any={t('audit.anything')}
        chosen={filter.subjectKind}
        options={auditedKinds
          .map((value) => ({ value, label: sayKnown(t, `audit.kind.${value}`, value) }))
          .sort(byLabel)}
      />
      <TextField
        name="text"
        type="search"
        label={t('audit.text')}
        maxLength={textLimit}
        defaultValue={filter.text ?? ''}
      />
      <TextField name="from" type="date" label={t('audit.from')} defaultValue={filter.from ?? ''} />
      <TextField
        name="until"
        type="date"
        label={t('audit.until')}
        defaultValue={filter.until ?? ''}
      />
      <Button>{t('admin.filter')}</Button>
    </form>
  );
}

function Choose({
  name,
  label,
  any,
  chosen,
  options,
}: {
  name: string;
  label: string;
  any: string;
  chosen: string | null;
  options: readonly Option[];
}) {
  const isListed = chosen === null || options.some(({ value }) => value === chosen);
  return (
    <Field name={name} label={label}>
      {(control) => (
        <select {...control} defaultValue={chosen ?? ''}>
          <option value="">{any}</option>
          {isListed ? null : <option value={chosen}>{chosen}</option>}
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
