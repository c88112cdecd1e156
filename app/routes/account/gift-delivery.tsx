import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { changeDelivery } from '../../domain/gifts/change-delivery.server.ts';
import { deliveryInstant } from '../../domain/gifts/delivery-day.ts';
import { readGift } from '../../domain/gifts/read-gift.server.ts';
import { readNewsroom } from '../../domain/newsroom/read-newsroom.server.ts';
import { dayIn } from '../../kernel/dates.ts';
import { localPath, localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { Button } from '../../ui/elements/button.tsx';
import { Notice } from '../../ui/elements/notice.tsx';
import { DeliveryFields } from '../../ui/gift/delivery-fields.tsx';
import { FormProblems } from '../../ui/gift/form-problems.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { type FieldErrors, noFieldErrors, parseForm } from '../../web/forms.server.ts';
import { requireSupporter } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { limitReceiptMail } from '../../web/rate-limits.server.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import { dayProblems, deliveryForm } from '../giving/gift-form.ts';

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: translatorFor(localeOfPath(args.location.pathname))('gifts.account.change'),
    isIndexed: false,
  });

async function readOwnGift(args: LoaderFunctionArgs) {
  const { supporter } = await requireSupporter(args);
  const id = z.uuid().safeParse(args.params['id']);
  const gift = id.success ? await readGift(args.context.services, id.data) : null;
  if (!gift || gift.giverId !== supporter.id) throw new Response(null, { status: 404 });
  return { supporter, gift };
}

export async function loader(args: LoaderFunctionArgs) {
  const { gift } = await readOwnGift(args);
  const { timeZone } = await readNewsroom(args.context.services);
  return {
    id: gift.id,
    toName: gift.toName,
    isOpen: gift.standing === 'waiting' || gift.standing === 'delivered',
    typed: {
      delivery: gift.delivery,
      recipientEmail: gift.recipientEmail ?? '',
      deliverOn:
        gift.standing === 'waiting' && gift.deliverAt ? dayIn(gift.deliverAt, timeZone) : '',
    },
  };
}

export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter, gift } = await readOwnGift(args);
  const { services } = args.context;
  const parsed = await parseForm(args.request, deliveryForm);
  if (!parsed.ok) {
    return data({ errors: parsed.errors, typed: parsed.typed, problem: null }, { status: 422 });
  }
  const typed = { ...parsed.value };
  const { timeZone } = await readNewsroom(services);
  const day = deliveryInstant(
    parsed.value.delivery === 'mail' ? parsed.value.deliverOn : '',
    timeZone,
    services.clock.now(),
  );
  if (!day.ok) {
    const errors: FieldErrors = { deliverOn: dayProblems[day.reason] };
    return data({ errors, typed, problem: null }, { status: 422 });
  }
  const limit = await limitReceiptMail(args, supporter.id);
  if (!limit.ok) {
    const minutes = Math.max(1, Math.ceil(limit.retryAfterSeconds / 60));
    return data({ errors: noFieldErrors, typed, problem: { minutes } }, { status: 429 });
  }
  const changed = await changeDelivery(services, {
    ...{ giftId: gift.id, supporterId: supporter.id, delivery: parsed.value.delivery },
    ...{ recipientEmail: parsed.value.recipientEmail, deliverAt: day.value },
  });
  if (!changed.ok) {
    return data({ errors: noFieldErrors, typed, problem: { minutes: 0 } }, { status: 422 });
  }
  const saved =
    parsed.value.delivery === 'card' ? 'card' : changed.value.isSentNow ? 'sent' : 'later';
  return redirect(localPath(localeOf(args.request), `/account/gifts?saved=${saved}`), 303);
}

export default function GiftDelivery() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as
    | {
        errors: FieldErrors;
        typed: Readonly<Record<string, string>>;
        problem: { minutes: number } | null;
      }
    | undefined;
  const { t, href } = useLocale();
  const to = view.toName || t('gifts.recipient');
  return (
    <>
      <h1>{t('gifts.account.changeTitle', { to })}</h1>
      {answer?.problem ? (
        <Notice tone="bad">
          <p>
            {answer.problem.minutes > 0
              ? t('gifts.claim.tooMany', { minutes: answer.problem.minutes })
              : t('gifts.account.tooLate')}
          </p>
        </Notice>
      ) : null}
      {view.isOpen ? (
        <>
          <FormProblems errors={answer?.errors ?? {}} />
          <form
            className="gift-form"
            method="post"
            noValidate
            action={href(`/account/gifts/${view.id}/delivery`)}
          >
            <DeliveryFields errors={answer?.errors ?? {}} typed={answer?.typed ?? view.typed} />
            <p>
              <Button look="accent">{t('gifts.account.save')}</Button>
            </p>
          </form>
        </>
      ) : (
        <p>{t('gifts.account.tooLate')}</p>
      )}
      <p>
        <a href={href('/account/gifts')}>{t('mail.gift.seeYours')}</a>
      </p>
    </>
  );
}
