import { type LoaderFunctionArgs, data } from '@remix-run/node';
import { Outlet, useLoaderData, useLocation } from '@remix-run/react';
import { readCollectionOf } from '../../domain/memberships/collection/read-collection.server.ts';
import { readNewsroom } from '../../domain/newsroom/read-newsroom.server.ts';
import { barePath } from '../../kernel/locale.ts';
import { AccountShell } from '../../ui/account/account-shell.tsx';
import { TroubleBanner } from '../../ui/account/payment-trouble/trouble-banner.tsx';
import { troubleOf } from '../../ui/account/payment-trouble/trouble-view.ts';
import { privateHeaders } from '../../web/caching.server.ts';
import { requireSupporter } from '../../web/guards.server.ts';

/** Each room inside guards itself as well: Remix runs their loaders side by side. */
export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireSupporter(args);
  const ctx = args.context.services;
  const [newsroom, collection] = await Promise.all([
    readNewsroom(ctx),
    readCollectionOf(ctx, viewer.supporter.id),
  ]);
  return data(
    { trouble: troubleOf(collection), timeZone: newsroom.timeZone },
    { headers: privateHeaders(viewer) },
  );
}

export default function AccountLayout() {
  const { trouble, timeZone } = useLoaderData<typeof loader>();
  // The card's own pages say it themselves.
  const isAboutCard = barePath(useLocation().pathname).startsWith('/account/membership/card');
  return (
    <AccountShell>
      {trouble && !isAboutCard ? <TroubleBanner view={trouble} timeZone={timeZone} /> : null}
      <Outlet />
    </AccountShell>
  );
}
