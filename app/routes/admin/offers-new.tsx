import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { listTiers } from '../../domain/memberships/list-tiers.server.ts';
import { readNewsroom } from '../../domain/newsroom/read-newsroom.server.ts';
import { type CreateOfferFailure, createOffer } from '../../domain/offers/create-offer.server.ts';
import { rolesWith } from '../../domain/reports/permissions.ts';
import { dayAfter, dayIn, startOfDay } from '../../kernel/dates.ts';
import { localPath, localeOfPath } from '../../kernel/locale.ts';
import { type MessageKey, translatorFor } from '../../messages/translate.ts';
import { OfferForm } from '../../ui/admin/offers/offer-form.tsx';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { type FieldErrors, parseForm, readForm } from '../../web/forms.server.ts';
import { requireRole } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import { offerForm } from './offer-form.ts';
import { privatePage } from './private-page.ts';

const errors: Record<CreateOfferFailure, FieldErrors> = {
  code_taken: { code: 'offers.error.codeTaken' },
  code_unreadable: { code: 'offers.error.code' },
  dates_reversed: { endsOn: 'offers.error.datesReversed' },
};

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  return pageMeta(args, { title: t('offers.form.title'), isIndexed: false });
};

export const headers = privatePage;

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, rolesWith('offers.act'));
  const ctx = args.context.services;
  const [tiers, { timeZone }] = await Promise.all([listTiers(ctx), readNewsroom(ctx)]);
  return {
    tiers: tiers.map(({ slug, name }) => ({ slug, name })),
    today: dayIn(ctx.clock.now(), timeZone),
  };
}

export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter } = await requireRole(args, rolesWith('offers.act'));
  const ctx = args.context.services;
  const typed = await readForm(args.request.clone());
  const parsed = await parseForm(args.request, offerForm);
  if (!parsed.ok) return data({ errors: parsed.errors, typed }, { status: 422 });
  const { startsOn, endsOn, ...form } = parsed.value;
  const [tiers, { timeZone }] = await Promise.all([listTiers(ctx), readNewsroom(ctx)]);
  if (form.tierSlugs.some((slug) => !tiers.some((tier) => tier.slug === slug))) {
    const wrong: FieldErrors = { tiers: 'offers.error.tiers' satisfies MessageKey };
    return data({ errors: wrong, typed }, { status: 422 });
  }
  const made = await createOffer(ctx, {
    ...form,
    actorId: supporter.id,
    startsAt: startsOn ? startOfDay(startsOn, timeZone) : ctx.clock.now(),
    // The last day is included: it is over when the next one begins.
    endsAt: endsOn ? startOfDay(dayAfter(endsOn), timeZone) : null,
  });
  if (!made.ok) return data({ errors: errors[made.reason], typed }, { status: 422 });
  const done = made.value.isReady ? 'made' : 'waiting';
  return redirect(localPath(localeOf(args.request), `/admin/offers?done=${done}`), 303);
}

export default function NewOfferPage() {
  const { tiers, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, href } = useLocale();
  return (
    <>
      <p className="kicker">
        <a href={href('/admin/offers')}>{t('offers.back')}</a>
      </p>
      <PageHead title={t('offers.form.title')} />
      <OfferForm
        tiers={tiers}
        today={today}
        typed={answer?.typed ?? {}}
        errors={answer?.errors ?? {}}
      />
    </>
  );
}
