import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { muteTopic } from '../../domain/mail-preferences/mute-topic.server.ts';
import {
  preferencesPath,
  readPreferencesToken,
} from '../../domain/mail-preferences/preferences-link.ts';
import { readForm } from '../../web/forms.server.ts';
import { localeOf } from '../../web/locale.ts';

/** Told to no other site, kept by nobody. */
const secretHeaders = { 'Cache-Control': 'private, no-store', 'Referrer-Policy': 'same-origin' };

/** A person who opens the address is shown the page: opening changes nothing. */
export function loader({ request, params }: LoaderFunctionArgs): Response {
  return redirect(preferencesPath(localeOf(request), params['token'] ?? ''), {
    headers: secretHeaders,
  });
}

/**
 * One-click unsubscribe: a mail program posts here for its owner, without cookies and from no page
 * of ours, so this one action does not ask where the request comes from. What lets it in is the
 * token, which only the mailbox has. https://www.rfc-editor.org/rfc/rfc8058#section-3.1
 */
export async function action({
  request,
  params,
  context: { services },
}: ActionFunctionArgs): Promise<Response> {
  const token = readPreferencesToken(services.env.appSecret, params['token'] ?? '');
  if (!token) return answer('This address is not one of ours.', 404);
  if (!(await isOneClick(request))) return answer('Expected List-Unsubscribe=One-Click.', 400);
  await muteTopic(services, token);
  return answer('Done: these mails end.', 200);
}

/** The form may come in either of the two encodings that RFC 8058 names. */
async function isOneClick(request: Request): Promise<boolean> {
  const type = request.headers.get('Content-Type') ?? '';
  if (!/^multipart\/form-data\b/i.test(type)) {
    return (await readForm(request))['List-Unsubscribe'] === 'One-Click';
  }
  const length = Number(request.headers.get('Content-Length') ?? Number.NaN);
  if (!(length <= 4_096)) return false;
  const form = await request.formData();
  return form.get('List-Unsubscribe') === 'One-Click';
}

function answer(text: string, status: number): Response {
  return new Response(`${text}\n`, {
    status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', ...secretHeaders },
  });
}
