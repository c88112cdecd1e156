import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { readOpenEmailChange } from '../../domain/supporters/email-change/read-email-change.server.ts';
import {
  nameMaxLength,
  postalAddressMaxLength,
  postalAddressMaxLines,
  tidyAddress,
} from '../../domain/supporters/profile.ts';
import { readProfile, saveProfile } from '../../domain/supporters/save-profile.server.ts';
import { localPath, localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { EmailPart } from '../../ui/account/profile/email-part.tsx';
import { ProfileForm } from '../../ui/account/profile/profile-form.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { parseForm } from '../../web/forms.server.ts';
import { requireSupporter } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';

const blankToNull = (text: string) => (text === '' ? null : text);
const form = z.object({
  name: z
    .string()
    .default('')
    .transform((typed) => typed.normalize('NFC').replace(/\s+/gu, ' ').trim())
    .refine((name) => name.length <= nameMaxLength, 'identity.profile.nameTooLong')
    .transform(blankToNull),
  postalAddress: z
    .string()
    .default('')
    .transform(tidyAddress)
    .refine((text) => text.length <= postalAddressMaxLength, {
      error: 'identity.profile.addressTooLong',
      abort: true,
    })
    .refine(
      (text) => text.split('\n').length <= postalAddressMaxLines,
      'identity.profile.addressTooManyLines',
    )
    .transform(blankToNull),
});

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: translatorFor(localeOfPath(args.location.pathname))('identity.profile.title'),
    isIndexed: false,
  });

export async function loader(args: LoaderFunctionArgs) {
  const { supporter } = await requireSupporter(args);
  const { services } = args.context;
  const [profile, change] = await Promise.all([
    readProfile(services, supporter.id),
    readOpenEmailChange(services, supporter.id),
  ]);
  return {
    email: supporter.email,
    name: profile?.name ?? null,
    postalAddress: profile?.postalAddress ?? null,
    newEmail: change?.newEmail ?? null,
    wasSaved: new URL(args.request.url).searchParams.has('saved'),
  };
}

export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter } = await requireSupporter(args);
  const parsed = await parseForm(args.request, form);
  if (!parsed.ok) return data(parsed, { status: 422 });
  await saveProfile(args.context.services, { supporterId: supporter.id, ...parsed.value });
  return redirect(localPath(localeOf(args.request), '/account/profile?saved'), 303);
}

export default function ProfilePage() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useLocale();
  return (
    <>
      <h1>{t('identity.profile.title')}</h1>
      <section className="account__part" aria-labelledby="receipts">
        <h2 id="receipts">{t('identity.profile.receipts')}</h2>
        <ProfileForm
          name={answer?.typed['name'] ?? view.name ?? ''}
          postalAddress={answer?.typed['postalAddress'] ?? view.postalAddress ?? ''}
          errors={answer?.errors}
          wasSaved={view.wasSaved && !answer}
        />
      </section>
      <EmailPart email={view.email} newEmail={view.newEmail} />
    </>
  );
}
