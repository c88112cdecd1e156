import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { readNewsroomSettings } from '../../domain/newsroom/read-newsroom.server.ts';
import { saveNewsroom } from '../../domain/newsroom/save-newsroom.server.ts';
import { settingsVersion } from '../../domain/newsroom/settings-version.ts';
import { rolesWith } from '../../domain/reports/permissions.ts';
import { localPath, localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { StaleNotice } from '../../ui/admin/settings/desk-form-parts.tsx';
import { SettingsForm } from '../../ui/admin/settings/settings-form.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { noFieldErrors, parseForm, readForm } from '../../web/forms.server.ts';
import { requireRole } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import { privatePage } from './private-page.ts';
import { editedSettings, settingsForm, typedSettings } from './settings-form.ts';

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  return pageMeta(args, { title: t('settings.editTitle'), isIndexed: false });
};

export const headers = privatePage;

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, rolesWith('settings.act'));
  const settings = await readNewsroomSettings(args.context.services);
  const zones = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', settings.timeZone]);
  return {
    typed: typedSettings(settings),
    version: settingsVersion(settings, editedSettings),
    timeZones: [...zones].sort(),
  };
}

export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter } = await requireRole(args, rolesWith('settings.act'));
  const typed = await readForm(args.request.clone());
  const parsed = await parseForm(args.request, settingsForm);
  if (!parsed.ok) return data({ errors: parsed.errors, typed, isStale: false }, { status: 422 });
  const { version: expected, reason, changes } = parsed.value;
  const saved = await saveNewsroom(args.context.services, {
    ...{ actorId: supporter.id, expected, reason, changes },
  });
  if (!saved.ok) return data({ errors: noFieldErrors, typed, isStale: true }, { status: 409 });
  return redirect(localPath(localeOf(args.request), '/admin/settings?done=saved'), 303);
}

export default function EditSettingsPage() {
  const { typed, version, timeZones } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, href } = useLocale();
  return (
    <>
      <p className="kicker">
        <a href={href('/admin/settings')}>{t('settings.back')}</a>
      </p>
      <PageHead title={t('settings.editTitle')} />
      {answer?.isStale ? <StaleNotice to={href('/admin/settings/edit')} /> : null}
      <SettingsForm
        typed={answer?.typed ?? typed}
        errors={answer?.errors ?? {}}
        version={version}
        timeZones={timeZones}
      />
    </>
  );
}
