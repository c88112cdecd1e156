import type { MessageKey } from '../../../messages/translate.ts';
import { Notice } from '../../elements/notice.tsx';
import { TextArea } from '../../elements/field.tsx';
import { useLocale } from '../../use-locale.ts';

/** What a form of the desk answers with: what was typed, and what is wrong with it. */
export interface FormAnswer {
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, MessageKey>>;
  /** Somebody else has changed the same meanwhile. */
  readonly isStale?: boolean;
}

/** Two have edited at once, and this is the later one. `to` shows what the other one has saved. */
export function StaleNotice({ to }: { to: string }) {
  const { t } = useLocale();
  return (
    <Notice tone="bad">
      <p>{t('deskForm.error.stale')}</p>
      <p>
        <a href={to}>{t('deskForm.open')}</a>
      </p>
    </Notice>
  );
}

/** Why something is done: for the audit log. */
export function ReasonField({
  typed,
  errors,
  isOptional = false,
}: Omit<FormAnswer, 'isStale'> & { isOptional?: boolean }) {
  const { t } = useLocale();
  return (
    <TextArea
      name="reason"
      label={t('deskForm.reason')}
      hint={t('deskForm.reasonHint')}
      maxLength={500}
      rows={2}
      defaultValue={typed['reason']}
      error={errors['reason']}
      isOptional={isOptional}
      required={!isOptional}
    />
  );
}
