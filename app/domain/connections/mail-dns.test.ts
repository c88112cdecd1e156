import { describe, expect, it } from 'vitest';
import type { MailChecks, TextAnswer } from '../ports/mail-checks.ts';
import { checkMail } from './check-mail.server.ts';
import {
  dkimLine,
  dmarcLine,
  isReservedDomain,
  readSelector,
  senderDomain,
  spfLine,
} from './mail-dns.ts';

const found = (...records: string[]): TextAnswer => ({ ok: true, records });
const silent: TextAnswer = { ok: false, code: 'ETIMEOUT' };

describe('the sender', () => {
  it('has a domain, with a name before it or without', () => {
    expect(senderDomain('desk@News.example')).toBe('news.example');
    expect(senderDomain('"A @ B" <desk@news.example>')).toBe('news.example');
  });

  it('may stand at a domain that nobody can find', () => {
    for (const domain of ['a.test', 'localhost', 'mail.example.org', 'example.com']) {
      expect(isReservedDomain(domain)).toBe(true);
    }
    expect(isReservedDomain('thesluice.org')).toBe(false);
    expect(isReservedDomain('contest.org')).toBe(false);
  });
});

describe('what a record says', () => {
  it.each([
    [['v=spf1 include:_spf.mail.net ~all', 'site-check=1'], 'good'],
    [['v=spf1 a mx +all'], 'open'],
    [['v=spf1 all'], 'open'],
    [['v=spf1 -all', 'v=spf1 ~all'], 'several'],
    [['v=spf10 -all'], 'missing'],
    [[], 'missing'],
  ] as const)('SPF %j: %s', (records, verdict) => {
    expect(spfLine('news.org', found(...records)).verdict).toBe(verdict);
  });

  it.each([
    ['v=DKIM1; k=rsa; p=MIGf==', 'good'],
    ['p=MIGf', 'good'],
    ['v=DKIM1; p=', 'revoked'],
    ['hello', 'missing'],
  ] as const)('DKIM %s: %s', (record, verdict) => {
    expect(dkimLine('s1._domainkey.news.org', found(record)).verdict).toBe(verdict);
  });

  it.each([
    ['v=DMARC1; p=reject', false, 'good'],
    ['v=DMARC1;p=Quarantine; sp=none', false, 'good'],
    ['v=DMARC1; p=none', false, 'watching'],
    ['v=DMARC1; p=reject; sp=none', true, 'watching'],
    ['v=DMARC1; p=reject', true, 'good'],
    ['v=DMARC12; p=reject', false, 'missing'],
  ] as const)('DMARC %s, from above %s: %s', (record, isFromParent, verdict) => {
    expect(dmarcLine('_dmarc.news.org', found(record), isFromParent).verdict).toBe(verdict);
  });

  it('is not known when nobody answered, and says with what code', () => {
    expect(spfLine('news.org', silent)).toMatchObject({
      ...{ level: 'unknown', verdict: 'no_answer', code: 'ETIMEOUT', records: [] },
    });
  });
});

describe('a selector', () => {
  it('is labels of the DNS, and nothing that would ask for another name', () => {
    expect(readSelector(' S1 ')).toBe('s1');
    expect(readSelector('2026-11.mail')).toBe('2026-11.mail');
    for (const bad of ['', 'a b', '-a', 'a..b', 'a/b', 'x'.repeat(64), 'ключ']) {
      expect(readSelector(bad)).toBeNull();
    }
  });
});

describe('the check', () => {
  const records: Readonly<Record<string, TextAnswer>> = {
    'mail.news.org': found('v=spf1 -all'),
    's1._domainkey.mail.news.org': found('v=DKIM1; p=MIGf'),
    '_dmarc.news.org': found('v=DMARC1; p=reject'),
  };
  const look = async (from: string, selector: string | null, other: typeof records = {}) => {
    const asked: string[] = [];
    const checks: MailChecks = {
      greetServer: () => Promise.resolve({ ok: true }),
      lookUpText(name) {
        asked.push(name);
        return Promise.resolve(other[name] ?? records[name] ?? found());
      },
    };
    const { lines } = await checkMail(checks, { mailFrom: from, selector });
    return { asked, said: Object.fromEntries(lines.map((line) => [line.key, line.verdict])) };
  };

  it('finds all three, DMARC at the domain above', async () => {
    const { said, asked } = await look('desk@mail.news.org', 's1');
    expect(said).toEqual({ spf: 'good', dkim: 'good', dmarc: 'good' });
    expect(asked).not.toContain('_dmarc.org');
  });

  it('does not guess a selector', async () => {
    const { said, asked } = await look('desk@mail.news.org', null);
    expect(said['dkim']).toBe('not_asked');
    expect(asked.join(' ')).not.toContain('_domainkey');
  });

  it('does not take the domain above for the answer when the own one could not be asked', async () => {
    const { said } = await look('desk@mail.news.org', 's1', { '_dmarc.mail.news.org': silent });
    expect(said['dmarc']).toBe('no_answer');
  });

  it('asks nobody about a domain reserved for tests, and only a few about a deep one', async () => {
    expect((await look('desk@news.test', 's1')).asked).toEqual([]);
    const { asked } = await look('desk@a.b.c.d.e.f.news.org', null);
    expect(asked.filter((name) => name.startsWith('_dmarc.'))).toHaveLength(4);
  });
});
