import type { Random } from '../demo/history/random.ts';
import { pause } from './pause.ts';
import type { Tally } from './tally.ts';

export interface Answer {
  readonly status: number;
  readonly url: string;
  /** Where it leads on, absolute. */
  readonly location: string | null;
  readonly body: string;
  readonly cookies: readonly string[];
}

/** What may go wrong on the way: the person tries again, and sends the same form. */
const tryAgain = new Set([429, 500, 502, 503, 504]);
const patienceMs = 180_000;
const answerWithinMs = 20_000;

/** A browser without scripts: keeps cookies, follows nothing by itself, and its person tries again. */
export class Browser {
  private readonly cookies = new Map<string, string>();

  constructor(private readonly person: { random: Random; tally: Tally; signal: AbortSignal }) {}

  isSignedIn(): boolean {
    return this.cookies.has('session');
  }

  get(url: string): Promise<Answer> {
    return this.persist(url, null);
  }

  /** As a form on a page of the same site. */
  post(url: string, fields: Record<string, string>): Promise<Answer> {
    return this.persist(url, fields);
  }

  /** @throws when no answer came for minutes: somebody would have given up */
  private async persist(url: string, fields: Record<string, string> | null): Promise<Answer> {
    const { random, tally, signal } = this.person;
    const end = Date.now() + patienceMs;
    for (let last = ''; ;) {
      try {
        const answer = await this.send(url, fields);
        if (!tryAgain.has(answer.status)) return answer;
        last = String(answer.status);
        tally.count(`answers/${answer.status}`);
      } catch (error) {
        last = error instanceof Error ? error.message : String(error);
        tally.count('answers/broken connection');
      }
      if (signal.aborted || Date.now() > end) throw new Error(`No answer from ${url}: ${last}`);
      tally.count(`retries/${fields ? 'form' : 'page'}`);
      await pause(random.whole(150, 900), signal);
    }
  }

  private async send(url: string, fields: Record<string, string> | null): Promise<Answer> {
    const { origin } = new URL(url);
    const response = await fetch(url, {
      redirect: 'manual',
      signal: AbortSignal.timeout(answerWithinMs),
      headers: {
        Cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        'User-Agent': 'Mozilla/5.0 (chaos)',
        ...(fields ? { Origin: origin, 'Sec-Fetch-Site': 'same-origin' } : {}),
      },
      ...(fields ? { method: 'POST', body: new URLSearchParams(fields) } : {}),
    });
    const body = await response.text();
    const cookies = response.headers.getSetCookie();
    this.keep(cookies);
    const location = response.headers.get('Location');
    return {
      status: response.status,
      url,
      body,
      cookies,
      location: location === null ? null : new URL(location, url).href,
    };
  }

  /** Of two answers under way at once, the one that the browser shows has the last word. */
  shows(answer: Answer): void {
    this.keep(answer.cookies);
  }

  private keep(lines: readonly string[]): void {
    for (const line of lines) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      const value = pair.slice(at + 1);
      if (value === '') this.cookies.delete(pair.slice(0, at));
      else this.cookies.set(pair.slice(0, at), value);
    }
  }
}
