import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { readPendingSignIn, signInByCode } from '../../domain/supporters/sign-in-by-code.server.ts';
import { readCode } from '../../domain/supporters/sign-in.ts';
import { localPath, localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { CodeForm } from '../../ui/sign-in/code-form.tsx';
import { SignInForm } from '../../ui/sign-in/sign-in-form.tsx';
import { WithSlot, slot } from '../../ui/sign-in/with-slot.tsx';
import { useLocale } from '../../ui/use-locale.ts';
import { readBrowserHash } from '../../web/browser-key.server.ts';
import { parseForm } from '../../web/forms.server.ts';
import { localeOf } from '../../web/locale.ts';
import { forgiveSignIn } from '../../web/rate-limits.server.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import { readViewer, sessionCookie, signingBrowser } from '../../web/session.server.ts';

const form = z.object({
  code: z.string({ error: 'account.code.missing' }).transform((typed, issues) => {
    const code = readCode(typed);
    if (code === null) issues.addIssue('account.code.missing');
    return code ?? '';
  }),
});

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: translatorFor(localeOfPath(args.location.pathname))('account.code.title'),
    isIndexed: false,
  });

export async function loader(args: LoaderFunctionArgs) {
  const pending = await readPendingSignIn(args.context.services, readBrowserHash(args.request));
  if (!pending) {
    const { supporter } = await readViewer(args);
    if (supporter) throw redirect(localPath(localeOf(args.request), '/account'));
  }
  return { pending: pending && { email: pending.email, attemptsLeft: pending.attemptsLeft } };
}

export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const parsed = await parseForm(args.request, form);
  if (!parsed.ok) {
    const { typed } = parsed;
    return data({ problem: 'unreadable' as const, typed: typed['code'] ?? '' }, { status: 422 });
  }
  const { services } = args.context;
  const signedIn = await signInByCode(services, {
    code: parsed.value.code,
    browserHash: readBrowserHash(args.request),
    browser: signingBrowser(args),
  });
  if (!signedIn.ok) {
    return data({ problem: signedIn.reason, typed: parsed.value.code }, { status: 422 });
  }
  const { email, token, returnTo } = signedIn.value;
  await forgiveSignIn(args, email);
  return redirect(returnTo ?? localPath(localeOf(args.request), '/account'), {
    status: 303,
    headers: { 'Set-Cookie': sessionCookie(services.env, token) },
  });
}

export default function SignInCode() {
  const { pending } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useLocale();
  if (!pending) return <NothingPending wasTried={answer?.problem === 'no_request'} />;
  return (
    <div className="wrap">
      <div className="column">
        <h1>{t('account.code.title')}</h1>
        <p>
          <WithSlot sentence={t('account.code.lead', { email: slot })}>
            <span className="sign-in__address">{pending.email}</span>
          </WithSlot>
        </p>
        <p>{t('account.code.either')}</p>
        <CodeForm
          typed={answer?.typed}
          problem={
            answer?.problem === 'wrong_code'
              ? t('account.code.wrong', { left: pending.attemptsLeft })
              : answer?.problem === 'unreadable'
                ? t('account.code.missing')
                : null
          }
        />
        <details className="sign-in__help">
          <summary>{t('account.code.noMail')}</summary>
          <p>{t('account.code.noMailHelp')}</p>
          <SignInForm next={null} typed={pending.email} submit={t('account.code.again')} />
        </details>
      </div>
    </div>
  );
}

function NothingPending({ wasTried }: { wasTried: boolean }) {
  const { t } = useLocale();
  return (
    <div className="wrap">
      <div className="column">
        <h1>{t(wasTried ? 'account.code.deadTitle' : 'account.code.noneTitle')}</h1>
        <p>{t(wasTried ? 'account.code.dead' : 'account.code.none')}</p>
        <SignInForm next={null} />
      </div>
    </div>
  );
}
