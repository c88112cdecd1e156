import { nameMaxLength, postalAddressMaxLength } from '../../../domain/supporters/profile.ts';
import type { MessageKey } from '../../../messages/translate.ts';
import { Button } from '../../elements/button.tsx';
import { TextArea, TextField } from '../../elements/field.tsx';
import { useLocale } from '../../use-locale.ts';

/** How somebody is named on their receipts. */
export function ProfileForm({
  name,
  postalAddress,
  errors,
  wasSaved,
}: {
  name: string;
  postalAddress: string;
  errors?: Readonly<Record<string, MessageKey>> | undefined;
  wasSaved: boolean;
}) {
  const { t } = useLocale();
  return (
    <form method="post" noValidate>
      <p className="meta">{t('identity.profile.lead')}</p>
      <TextField
        name="name"
        label={t('identity.profile.name')}
        autoComplete="name"
        maxLength={nameMaxLength}
        defaultValue={name}
        error={errors?.['name']}
        isOptional
      />
      <TextArea
        name="postalAddress"
        label={t('identity.profile.address')}
        hint={t('identity.profile.addressHint')}
        autoComplete="street-address"
        rows={4}
        maxLength={postalAddressMaxLength}
        defaultValue={postalAddress}
        error={errors?.['postalAddress']}
        isOptional
      />
      <p className="account__acts">
        <Button>{t('identity.profile.submit')}</Button>
        {wasSaved ? <span role="status">{t('identity.profile.saved')}</span> : null}
      </p>
    </form>
  );
}
