import { readNewsroom } from '../../domain/newsroom/read-newsroom.server.ts';
import { fiscalYearOf } from '../../domain/statements/fiscal-year.ts';
import { readStatement } from '../../domain/statements/read-statement.server.ts';
import { readProfile } from '../../domain/supporters/save-profile.server.ts';
import type { Locale } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { statementView } from '../../ui/statements/statement-view.ts';
import type { RequestArgs } from '../../web/context.ts';

/** Stripe is younger than this: no payment is older. */
const firstYear = 2010;

/**
 * The year that the address names, for one supporter.
 * @throws Response 404 when it names none that there could be a payment in
 */
export async function readYear(
  { params, context: { services } }: RequestArgs,
  { supporterId, locale }: { readonly supporterId: string; readonly locale: Locale },
) {
  const year = /^\d{4}$/.test(params['year'] ?? '') ? Number(params['year']) : 0;
  const now = services.clock.now();
  const [newsroom, payer, { statement, years, calendar }] = await Promise.all([
    readNewsroom(services),
    readProfile(services, supporterId),
    readStatement(services, { supporterId, year }),
  ]);
  if (!payer || year < firstYear || year > fiscalYearOf(now, calendar)) {
    throw new Response(null, { status: 404 });
  }
  const t = translatorFor(locale);
  return {
    asOf: statement.asOf,
    view: statementView(t, { statement, calendar, locale, now }),
    newsroom,
    payer,
    years,
    calendar,
    year,
    t,
  };
}
