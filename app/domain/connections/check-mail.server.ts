import type { MailChecks, ServerAnswer } from '../ports/mail-checks.ts';
import {
  type DnsLine,
  dkimLine,
  dmarcLine,
  isReservedDomain,
  senderDomain,
  spfLine,
  unaskedLine,
} from './mail-dns.ts';

export interface MailCheck {
  readonly domain: string;
  readonly server: ServerAnswer;
  readonly lines: readonly DnsLine[];
}

/** How many domains above the sender's are asked for DMARC. */
const parentsAsked = 3;

/**
 * Looks at the mail server and at what the DNS says of the sender's domain, all at once. `selector`:
 * under which the DKIM key stands; it is written in each mail's signature and nowhere in the DNS, so
 * that without it DKIM can't be looked at.
 */
export async function checkMail(
  checks: MailChecks,
  input: { readonly mailFrom: string; readonly selector: string | null },
): Promise<MailCheck> {
  const domain = senderDomain(input.mailFrom);
  const [server, lines] = await Promise.all([
    checks.greetServer(),
    lookUp(checks, domain, input.selector),
  ]);
  return { domain, server, lines };
}

async function lookUp(
  checks: MailChecks,
  domain: string,
  selector: string | null,
): Promise<DnsLine[]> {
  const dkimName = `${selector ?? '…'}._domainkey.${domain}`;
  if (isReservedDomain(domain)) {
    return [
      unaskedLine('spf', domain, 'reserved'),
      unaskedLine('dkim', dkimName, 'reserved'),
      unaskedLine('dmarc', `_dmarc.${domain}`, 'reserved'),
    ];
  }
  return Promise.all([
    checks.lookUpText(domain).then((answer) => spfLine(domain, answer)),
    selector === null
      ? unaskedLine('dkim', dkimName, 'not_asked')
      : checks.lookUpText(dkimName).then((answer) => dkimLine(dkimName, answer)),
    lookUpDmarc(checks, domain),
  ]);
}

/** At the domain itself, else at the nearest above it that has one (RFC 7489 6.6.3). */
async function lookUpDmarc(checks: MailChecks, domain: string): Promise<DnsLine> {
  const labels = domain.split('.');
  const domains = labels
    .slice(0, Math.max(1, labels.length - 1))
    .map((_, from) => labels.slice(from).join('.'))
    .slice(0, 1 + parentsAsked);
  const lines = await Promise.all(
    domains.map(async (each, step) => {
      const name = `_dmarc.${each}`;
      return dmarcLine(name, await checks.lookUpText(name), step > 0);
    }),
  );
  const own = lines[0] ?? unaskedLine('dmarc', `_dmarc.${domain}`, 'not_asked');
  // One that could not be looked up may be the one that counts: those above it prove nothing.
  return lines.find(({ verdict }) => verdict !== 'missing') ?? own;
}
