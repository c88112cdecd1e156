import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { z } from 'zod';
import { setLanguage } from '../../domain/supporters/set-language.server.ts';
import { localPath, locales } from '../../kernel/locale.ts';
import { parseForm } from '../../web/forms.server.ts';
import { requireSupporter } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';

const form = z.object({ locale: z.enum(locales) });

/** The form stands on the page of sessions and language. */
export async function loader(args: LoaderFunctionArgs) {
  await requireSupporter(args);
  return redirect(localPath(localeOf(args.request), '/account/sessions'));
}

export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter } = await requireSupporter(args);
  const parsed = await parseForm(args.request, form);
  if (!parsed.ok) throw new Response(null, { status: 400 });
  await setLanguage(args.context.services, {
    supporterId: supporter.id,
    locale: parsed.value.locale,
  });
  return redirect(localPath(localeOf(args.request), '/account/sessions?saved'), 303);
}
