import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { localPath } from '../../kernel/locale.ts';
import { localeOf } from '../../web/locale.ts';
import { keepWall } from './keep-wall.server.ts';

/** The buttons stand on the list of names. */
export function loader({ request }: ActionFunctionArgs) {
  return redirect(localPath(localeOf(request), '/admin/wall'));
}

/** Takes a name off the wall. */
export function action(args: ActionFunctionArgs): Promise<Response> {
  return keepWall(args, { isHidden: true });
}
