import { localPath } from '../../app/kernel/locale.ts';
import { createRandom, type Random } from '../demo/history/random.ts';
import { Browser } from './browser.ts';
import { isEnded, pause } from './pause.ts';
import { payOnPage, sessionIn } from './stripe-page.ts';
import type { Tally } from './tally.ts';
import { type Visit, drawVisit } from './visit-plan.ts';

/** A Stripe page that a reader was led to, to be looked at again when all is over. */
export interface OpenedPage {
  readonly sessionId: string;
  readonly visit: Visit;
  readonly browser: Browser;
  /** Did Stripe's page say that it is paid? */
  readonly isPaid: boolean;
}

export interface ReadersOptions {
  readonly appUrl: string;
  readonly count: number;
  readonly seed: number;
  readonly tally: Tally;
  /** Ends the run: at once. */
  readonly signal: AbortSignal;
  /** No visit begins after this. */
  readonly isOver: () => boolean;
}

/** Lets readers come and give, several at a time, each by a stream of chance of their own. */
export async function letReadersGive(options: ReadersOptions): Promise<OpenedPage[]> {
  const opened: OpenedPage[] = [];
  const reader = async (number: number) => {
    const random = createRandom(options.seed, `reader ${number}`);
    const addresses: string[] = [];
    while (!options.isOver() && !isEnded(options.signal)) {
      const visit = drawVisit(random);
      const isKnown = visit.isKnownAddress && addresses.length > 0;
      const email = isKnown
        ? random.pick(addresses)
        : `reader-${number}-${addresses.length}@example.org`;
      if (!isKnown) addresses.push(email);
      options.tally.count('visits');
      try {
        await give(options, random, visit, email, opened);
      } catch (error) {
        if (isEnded(options.signal)) return;
        const why = error instanceof Error ? error.message : String(error);
        options.tally.found('a reader could not go on', `${email} (${visit.behaviour}): ${why}`);
      }
      await pause(random.whole(50, 400), options.signal);
    }
  };
  await Promise.all(Array.from({ length: options.count }, (_, index) => reader(index + 1)));
  return opened;
}

async function give(
  options: ReadersOptions,
  random: Random,
  visit: Visit,
  email: string,
  opened: OpenedPage[],
): Promise<void> {
  const browser = new Browser({ random, tally: options.tally, signal: options.signal });
  const urls = [await openPage(options, random, browser, visit)];
  if (visit.behaviour === 'two_pages') {
    const changed = { ...visit, amount: String(Number(visit.amount) + 1) };
    urls.push(await openPage(options, random, browser, changed));
    // The page that was opened last may be paid first.
    if (random.chance(0.5)) urls.reverse();
  }
  for (const url of urls) {
    if (url === null) continue;
    options.tally.count('pages of Stripe opened');
    const back = await pay(browser, visit, url, email);
    opened.push({ sessionId: sessionIn(url), visit, browser, isPaid: back !== null });
    if (back === null) continue;
    options.tally.count('pages of Stripe paid');
    if (visit.behaviour === 'pays_again') await payOnPage(browser, url, { email, card: 'works' });
    if (visit.behaviour !== 'never_returns') await comeBack(options, browser, back);
  }
}

/** Sends the giving form. Answers the address of Stripe's page, or null where there is nothing to pay. */
async function openPage(
  options: ReadersOptions,
  random: Random,
  browser: Browser,
  visit: Visit,
): Promise<string | null> {
  const path = localPath(visit.locale, '/donate');
  const query = new URLSearchParams({ currency: visit.currency, frequency: visit.frequency });
  const page = await browser.get(`${options.appUrl}${path}?${query}`);
  const fields = {
    ...hiddenFields(page.body),
    frequency: visit.frequency,
    ownAmount: visit.amount,
    ...(visit.coversFee ? { coversFee: 'yes' } : {}),
    ...(visit.hasScript ? { attempt: random.idAt(new Date()) } : {}),
  };
  const send = () => browser.post(`${options.appUrl}${path}`, fields);
  // Of two clicks, a browser shows what the later one brought.
  const answers = await Promise.all(
    visit.behaviour === 'double_click' ? [send(), send()] : [send()],
  );
  const answer = answers.at(-1);
  if (answer?.status !== 303 || !answer.location) {
    throw new Error(`the form was answered with ${answer?.status}: ${titleOf(answer?.body ?? '')}`);
  }
  browser.shows(answer);
  if (sessionIn(answer.location) !== '') return answer.location;
  options.tally.count('forms that led elsewhere');
  return null;
}

async function pay(
  browser: Browser,
  visit: Visit,
  url: string,
  email: string,
): Promise<string | null> {
  await browser.get(url);
  if (visit.behaviour === 'abandons') return null;
  if (visit.behaviour === 'gives_up') return payOnPage(browser, url, { email, card: 'declined' });
  let back: string | null = null;
  for (const card of visit.cards) back ??= await payOnPage(browser, url, { email, card });
  return back;
}

/** The page that Stripe leads back to must be the thank-you page: what was paid is never "not yet". */
async function comeBack({ tally }: ReadersOptions, browser: Browser, url: string): Promise<void> {
  const answer = await browser.get(url);
  tally.count('thank-you pages seen');
  if (answer.status === 200) return;
  tally.found('a thank-you page did not say so', `${url}: ${answer.status} ${answer.location}`);
}

function hiddenFields(html: string): Record<string, string> {
  const form = /<form[^>]*data-giving-form[\s\S]*?<\/form>/.exec(html)?.[0] ?? '';
  const inputs = [...form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([input]) => input);
  return Object.fromEntries(
    inputs.map((input) => [
      /name="([^"]*)"/.exec(input)?.[1] ?? '',
      /value="([^"]*)"/.exec(input)?.[1] ?? '',
    ]),
  );
}

function titleOf(html: string): string {
  return (/<h1[^>]*>([^<]*)/.exec(html)?.[1] ?? html.slice(0, 120)).trim();
}
