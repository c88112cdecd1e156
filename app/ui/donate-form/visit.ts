/**
 * What a visit remembers, in this tab only and until it is closed: where the reader came from and
 * which article they read last. Sent to us only together with a gift.
 */
interface Visit {
  lastArticle?: string | undefined;
  /** An ask under test that was seen there, with its variant: set by `ask/choose-in-browser.ts`. */
  lastAsk?: string | undefined;
  visitCampaign?: string | undefined;
  referrer?: string | undefined;
  utm_source?: string | undefined;
  utm_medium?: string | undefined;
  utm_campaign?: string | undefined;
  utm_term?: string | undefined;
  utm_content?: string | undefined;
}

const visitKey = 'visit';
const attemptKey = 'attempt';
const utmFields = ['utm_source', 'utm_medium', 'utm_campaign', 'utm_term', 'utm_content'] as const;

/** Takes note of the page that is open. */
export function noteVisit(page: Document): void {
  const visit = readVisit();
  const query = new URLSearchParams(page.location.search);
  const isMarked = utmFields.some((name) => query.has(name));
  for (const name of utmFields) {
    const value = query.get(name);
    if (value) visit[name] = value;
    else if (isMarked) visit[name] = undefined;
  }
  const campaign = query.get('campaign');
  if (campaign) visit.visitCampaign = campaign;
  const referrer = page.referrer ? new URL(page.referrer).hostname : '';
  if (referrer && referrer !== page.location.hostname) visit.referrer = referrer;
  const article = page.querySelector<HTMLElement>('[data-article-slug]')?.dataset['articleSlug'];
  if (article && article !== visit.lastArticle) {
    visit.lastArticle = article;
    visit.lastAsk = undefined;
  }
  store(visitKey, JSON.stringify(visit));
  if (page.querySelector('[data-gift-given]')) store(attemptKey, '');
}

/** The visit's facts as form fields. */
export function visitFields(): [name: string, value: string][] {
  return Object.entries(readVisit()).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '',
  );
}

/**
 * The name of an attempt to give: the same as before while the choices are. Forgotten when a gift has
 * come through, so that the same gift can be given twice on purpose.
 */
export function keptAttempt(choices: string): string {
  const [name = '', ...known] = (read(attemptKey) ?? '').split(' ');
  if (name && known.join(' ') === choices) return name;
  // randomUUID is there only on https and on this machine itself.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const fresh = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  store(attemptKey, `${fresh} ${choices}`);
  return fresh;
}

function readVisit(): Visit {
  try {
    const kept: unknown = JSON.parse(read(visitKey) ?? '{}');
    return typeof kept === 'object' && kept !== null ? kept : {};
  } catch {
    return {};
  }
}

// A browser may forbid storage altogether; a gift then simply says less about where it came from.
function read(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}
function store(key: string, value: string): void {
  try {
    sessionStorage.setItem(key, value);
  } catch {
    return;
  }
}
