import {
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { z } from 'zod';
import { printedCode, readTypedCode } from '../../domain/gifts/gift-code.ts';
import { localPath, localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { Button } from '../../ui/elements/button.tsx';
import { TextField } from '../../ui/elements/field.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { privateHeaders } from '../../web/caching.server.ts';
import { parseForm } from '../../web/forms.server.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import { readViewer } from '../../web/session.server.ts';

const form = z.object({
  code: z
    .string({ error: 'gifts.claim.failed.unknown' })
    .refine((typed) => readTypedCode(typed) !== null, 'gifts.claim.failed.unknown')
    .transform((typed) => readTypedCode(typed) ?? ''),
});

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: translatorFor(localeOfPath(args.location.pathname))('gifts.claim.title'),
    isIndexed: false,
  });

export const headers: HeadersFunction = ({ loaderHeaders, actionHeaders }) =>
  actionHeaders.has('Cache-Control') ? actionHeaders : loaderHeaders;

export async function loader(args: LoaderFunctionArgs) {
  return data(null, { headers: privateHeaders(await readViewer(args)) });
}

/** Only reads what was typed: whether there is such a gift, its page says. */
export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const parsed = await parseForm(args.request, form);
  if (!parsed.ok) {
    return data(parsed, { status: 422, headers: privateHeaders(await readViewer(args)) });
  }
  const page = `/gift/claim/${printedCode(parsed.value.code)}`;
  return redirect(localPath(localeOf(args.request), page), 303);
}

export default function GiftCode() {
  const answer = useActionData<typeof action>();
  const { t, href } = useLocale();
  return (
    <div className="wrap">
      <div className="column join-page">
        <h1>{t('gifts.claim.title')}</h1>
        <p>{t('gifts.claim.lead')}</p>
        <form className="gift-form" method="post" action={href('/gift/claim')}>
          <TextField
            name="code"
            label={t('gifts.claim.code')}
            hint={t('gifts.claim.codeHint')}
            error={answer?.errors['code']}
            defaultValue={answer?.typed['code']}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            isShort
          />
          <p>
            <Button look="accent">{t('gifts.claim.find')}</Button>
          </p>
        </form>
      </div>
    </div>
  );
}
