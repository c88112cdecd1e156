import type { ActionFunctionArgs } from '@remix-run/node';
import { isbot } from 'isbot';
import { z } from 'zod';
import { countAskView } from '../../domain/asks/ab-test/count-view.server.ts';
import { parseForm } from '../../web/forms.server.ts';
import { limitAskView } from '../../web/rate-limits.server.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';

const form = z.object({ ask: z.uuid(), variant: z.string().max(12) });

/** Nothing to see. */
export function loader() {
  return new Response(null, { status: 405, headers: { Allow: 'POST' } });
}

/**
 * A browser saw an ask under test (`navigator.sendBeacon`): it reads no cookie and keeps nothing of the
 * request. The answer is the same whether or not it counted, for nobody waits for it.
 */
export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const parsed = await parseForm(args.request.clone(), form);
  if (parsed.ok && !isbot(args.request.headers.get('User-Agent'))) {
    const limit = await limitAskView(args);
    if (limit.ok) {
      const { ask: askId, variant } = parsed.value;
      await countAskView(args.context.services, { askId, variant });
    }
  }
  return new Response(null, { status: 204, headers: { 'Cache-Control': 'no-store' } });
}
