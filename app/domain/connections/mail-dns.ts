import type { TextAnswer } from '../ports/mail-checks.ts';

/**
 * What the DNS says about a record. `unknown`: it could not be looked up, or we do not know under
 * which name; that is not the same as missing.
 */
export type DnsVerdict =
  | 'good'
  | 'missing'
  | 'several'
  | 'open'
  | 'revoked'
  | 'watching'
  | 'no_answer'
  | 'not_asked'
  | 'reserved';

export interface DnsLine {
  readonly key: 'spf' | 'dkim' | 'dmarc';
  readonly level: 'ok' | 'todo' | 'broken' | 'unknown';
  readonly verdict: DnsVerdict;
  /** The name that holds it, or should. */
  readonly name: string;
  /** What is there, as it stands. */
  readonly records: readonly string[];
  /** Why there was no answer; null when there was one. */
  readonly code: string | null;
}

const levels: Readonly<Record<DnsVerdict, DnsLine['level']>> = {
  ...{ good: 'ok', missing: 'todo', watching: 'todo' },
  ...{ several: 'broken', open: 'broken', revoked: 'broken' },
  ...{ no_answer: 'unknown', not_asked: 'unknown', reserved: 'unknown' },
};

/** The domain of a sender such as `News <desk@news.example>`, in lower case. */
export function senderDomain(mailFrom: string): string {
  const at = mailFrom.lastIndexOf('@');
  return mailFrom
    .slice(at + 1)
    .replace(/>.*$/, '')
    .trim()
    .toLowerCase();
}

/** Names that the public DNS never answers for: https://www.rfc-editor.org/rfc/rfc6761#section-6 */
export function isReservedDomain(domain: string): boolean {
  return (
    /(^|\.)(test|localhost|invalid|example|local|internal)$/.test(domain) ||
    /(^|\.)example\.(com|net|org)$/.test(domain) ||
    !domain.includes('.')
  );
}

/** A selector is one or more DNS labels (RFC 6376 3.1). Null when what was typed is none. */
export function readSelector(typed: string): string | null {
  const selector = typed.trim().toLowerCase();
  const isOne =
    selector.length <= 100 &&
    /^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$/.test(selector);
  return isOne ? selector : null;
}

/** RFC 7208: one record that begins with `v=spf1`; two are an error (4.5), `+all` lets anybody in. */
export function spfLine(name: string, answer: TextAnswer): DnsLine {
  return line('spf', name, answer, /^v=spf1( |$)/i, (record) =>
    /(^|\s)\+?all(\s|$)/i.test(record) ? 'open' : 'good',
  );
}

/** RFC 6376 3.6.1: `p=` holds the key; an empty one means that it was revoked. */
export function dkimLine(name: string, answer: TextAnswer): DnsLine {
  return line('dkim', name, answer, /(^|;)\s*p\s*=/i, (record) =>
    tagOf(record, 'p') === '' ? 'revoked' : 'good',
  );
}

/** RFC 7489 6.3; for a domain below the one that has it, `sp` counts, if there is one. */
export function dmarcLine(name: string, answer: TextAnswer, isFromParent: boolean): DnsLine {
  return line('dmarc', name, answer, /^v\s*=\s*DMARC1\s*(;|$)/i, (record) => {
    const policy = (isFromParent ? tagOf(record, 'sp') : null) ?? tagOf(record, 'p');
    return policy === 'quarantine' || policy === 'reject' ? 'good' : 'watching';
  });
}

/** A line about something that was not looked up. */
export function unaskedLine(
  key: DnsLine['key'],
  name: string,
  verdict: 'not_asked' | 'reserved',
): DnsLine {
  return { key, level: 'unknown', verdict, name, records: [], code: null };
}

function line(
  key: DnsLine['key'],
  name: string,
  answer: TextAnswer,
  ours: RegExp,
  judge: (record: string) => DnsVerdict,
): DnsLine {
  if (!answer.ok) {
    const verdict = 'no_answer';
    return { key, level: levels[verdict], verdict, name, records: [], code: answer.code };
  }
  const records = answer.records.filter((record) => ours.test(record.trim()));
  const [only] = records;
  const verdict =
    only === undefined ? 'missing' : records.length > 1 ? 'several' : judge(only.trim());
  return { key, level: levels[verdict], verdict, name, records, code: null };
}

/** A tag's value in "a=b; c=d"; null when there is none. */
function tagOf(record: string, tag: string): string | null {
  for (const part of record.split(';')) {
    const [key = '', ...value] = part.split('=');
    if (key.trim().toLowerCase() === tag) return value.join('=').trim().toLowerCase();
  }
  return null;
}
