import type { LoaderFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { readSupporter } from '../../domain/supporters/read-supporter.server.ts';
import type { ViewerSupporter } from '../../domain/supporters/viewer.ts';

/**
 * The person whom an address of the desk names. Caller's duty: that whoever asks may know of them.
 * @throws Response 404 when there is nobody, or they were erased
 */
export async function supporterOf({
  params,
  context,
}: LoaderFunctionArgs): Promise<ViewerSupporter> {
  const id = z.uuid().safeParse(params['id']);
  const supporter = id.success ? await readSupporter(context.services, id.data) : null;
  if (!supporter) throw new Response(null, { status: 404 });
  return supporter;
}
