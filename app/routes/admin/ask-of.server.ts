import type { LoaderFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import type { ListedAsk } from '../../domain/asks/ask.ts';
import { readAsk } from '../../domain/asks/list-asks.server.ts';

/**
 * The ask that a page's address names.
 * @throws Response 404 when there is none.
 */
export async function askOf({ params, context }: LoaderFunctionArgs): Promise<ListedAsk> {
  const id = z.uuid().safeParse(params['id']);
  const ask = id.success ? await readAsk(context.services, id.data) : null;
  if (!ask) throw new Response(null, { status: 404 });
  return ask;
}
