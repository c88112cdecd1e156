import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { readCollectionOf } from '../../domain/memberships/collection/read-collection.server.ts';
import { localPath } from '../../kernel/locale.ts';
import { requireSupporter } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { readPayUrl } from './card-pages.server.ts';

/** Leads to Stripe's page on which the bank's question is answered. Nothing changes by going there. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const { supporter } = await requireSupporter(args);
  const collection = await readCollectionOf(args.context.services, supporter.id);
  const page = collection ? await readPayUrl(args, collection) : null;
  return page?.ok
    ? redirect(page.value.url)
    : redirect(localPath(localeOf(args.request), '/account/membership/card'));
}
