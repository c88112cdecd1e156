import { type LoaderFunctionArgs, data } from '@remix-run/node';
import { Outlet } from '@remix-run/react';
import { AccountShell } from '../../ui/account/account-shell.tsx';
import { privateHeaders } from '../../web/caching.server.ts';
import { requireSupporter } from '../../web/guards.server.ts';

/** Each room inside guards itself as well: Remix runs their loaders side by side. */
export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireSupporter(args);
  return data(null, { headers: privateHeaders(viewer) });
}

export default function AccountLayout() {
  return (
    <AccountShell>
      <Outlet />
    </AccountShell>
  );
}
