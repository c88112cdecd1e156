import { draftLinkDays } from '../../../domain/articles/previews/draft-link.ts';
import type { MessageKey } from '../../../messages/translate.ts';
import { Button } from '../../elements/button.tsx';
import { Field } from '../../elements/field.tsx';
import { Notice } from '../../elements/notice.tsx';
import { useLocale } from '../../use-locale.ts';
import { type NamedTier, kindName, kindsWith } from './kinds.ts';
import './previews.css';

interface Answer {
  /** The address just made. */
  readonly made: string | null;
  readonly errors: Readonly<Record<string, MessageKey>>;
  readonly typed: Readonly<Record<string, string>>;
}

/** Makes a link, and tells it once. */
export function LinkForm({
  tiers,
  answer,
  done,
  mayMake,
  usualDays,
}: {
  tiers: readonly NamedTier[];
  answer: Answer | undefined;
  done: string | null;
  mayMake: boolean;
  usualDays: number;
}) {
  const { locale, t } = useLocale();
  const { errors = {}, typed = {} } = answer ?? {};
  return (
    <>
      {answer?.made ? (
        <Notice tone="good" title={t('preview.made')}>
          <p>
            <input
              className="draft-link"
              readOnly
              value={answer.made}
              aria-label={t('preview.address')}
            />
          </p>
        </Notice>
      ) : null}
      {done === 'revoked' ? <Notice tone="good">{t('preview.revoked')}</Notice> : null}
      {mayMake ? (
        <form method="post" className="desk-form" noValidate>
          <Field name="shownAs" label={t('preview.shownAs')} error={errors['shownAs']}>
            {(control) => (
              <select {...control} defaultValue={typed['shownAs'] ?? 'nobody'}>
                {kindsWith(tiers).map((kind) => (
                  <option key={kind} value={kind}>
                    {kindName(kind, { tiers, locale, t })}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field name="days" label={t('preview.days')} error={errors['days']} isShort>
            {(control) => (
              <select {...control} defaultValue={typed['days'] ?? String(usualDays)}>
                {draftLinkDays.map((days) => (
                  <option key={days} value={days}>
                    {t('preview.daysCount', { days })}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <p>
            <Button look="accent">{t('preview.make')}</Button>
          </p>
        </form>
      ) : (
        <Notice>{t('preview.error.notDraft')}</Notice>
      )}
    </>
  );
}
