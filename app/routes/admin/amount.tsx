import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { readNewsroomSettings } from '../../domain/newsroom/read-newsroom.server.ts';
import { saveNewsroom } from '../../domain/newsroom/save-newsroom.server.ts';
import { settingsVersion } from '../../domain/newsroom/settings-version.ts';
import { rolesWith } from '../../domain/reports/permissions.ts';
import { type GivingCurrency, isGivingCurrency } from '../../kernel/currencies.ts';
import { localPath, localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { AmountForm } from '../../ui/admin/amounts/amount-form.tsx';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { StaleNotice } from '../../ui/admin/settings/desk-form-parts.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { type FieldErrors, noFieldErrors, readForm } from '../../web/forms.server.ts';
import { requireRole } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import { readAmountForm, typedAmounts } from './amount-form.ts';
import { privatePage } from './private-page.ts';
import { reason } from './tier-form.ts';

/** @throws Response 404 when the address names no currency that is taken. */
function currencyOf({ params }: LoaderFunctionArgs): GivingCurrency {
  const currency = params['currency'] ?? '';
  if (!isGivingCurrency(currency)) throw new Response(null, { status: 404 });
  return currency;
}

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  const currency = args.data?.currency ?? '';
  return pageMeta(args, { title: t('amounts.editTitle', { currency }), isIndexed: false });
};

export const headers = privatePage;

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, rolesWith('amounts.act'));
  const currency = currencyOf(args);
  const settings = await readNewsroomSettings(args.context.services);
  return {
    currency,
    typed: typedAmounts(settings.amounts[currency]),
    version: settingsVersion(settings, ['amounts']),
  };
}

export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter } = await requireRole(args, rolesWith('amounts.act'));
  const ctx = args.context.services;
  const currency = currencyOf(args);
  const typed = await readForm(args.request);
  const { rules, errors } = readAmountForm(typed, currency);
  const why = reason.safeParse(typed['reason']);
  const wrong: FieldErrors = {
    ...errors,
    ...(why.success ? {} : { reason: 'deskForm.error.reason' as const }),
  };
  if (!rules || !why.success)
    return data({ errors: wrong, typed, isStale: false }, { status: 422 });
  const { amounts } = await readNewsroomSettings(ctx);
  const saved = await saveNewsroom(ctx, {
    ...{ actorId: supporter.id, reason: why.data, expected: typed['version'] ?? '' },
    changes: { amounts: { ...amounts, [currency]: rules } },
  });
  if (!saved.ok) return data({ errors: noFieldErrors, typed, isStale: true }, { status: 409 });
  return redirect(localPath(localeOf(args.request), `/admin/amounts?done=${currency}`), 303);
}

export default function AmountPage() {
  const { currency, typed, version } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, href } = useLocale();
  return (
    <>
      <p className="kicker">
        <a href={href('/admin/amounts')}>{t('amounts.back')}</a>
      </p>
      <PageHead title={t('amounts.editTitle', { currency })} />
      {answer?.isStale ? <StaleNotice to={href(`/admin/amounts/${currency}`)} /> : null}
      <AmountForm typed={answer?.typed ?? typed} errors={answer?.errors ?? {}} version={version} />
    </>
  );
}
