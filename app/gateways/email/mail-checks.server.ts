import { Resolver } from 'node:dns/promises';
import nodemailer from 'nodemailer';
import type { MailChecks } from '../../domain/ports/mail-checks.ts';

const serverMs = 5_000;
const replyMaxLength = 300;
/** The name is not there, or has no TXT: an answer, too. */
const empty: ReadonlySet<string> = new Set(['ENOTFOUND', 'ENODATA']);

/** `dnsServers`: "address:port"; without it those of the system. */
export function createMailChecks(
  smtpUrl: string,
  { dnsServers, dnsMs = 2_000 }: { dnsServers?: readonly string[]; dnsMs?: number } = {},
): MailChecks {
  return {
    async greetServer() {
      const transport = nodemailer.createTransport({
        url: smtpUrl,
        ...{ connectionTimeout: serverMs, greetingTimeout: serverMs, socketTimeout: serverMs },
        ...{ dnsTimeout: serverMs, disableFileAccess: true, disableUrlAccess: true },
      });
      try {
        await transport.verify();
        return { ok: true };
      } catch (error) {
        const reply = textOf(error, 'response');
        return {
          ...{ ok: false, code: textOf(error, 'code') ?? 'unknown' },
          reply: reply === null ? null : oneLine(reply),
        };
      } finally {
        transport.close();
      }
    },
    async lookUpText(name) {
      const resolver = new Resolver({ timeout: dnsMs, tries: 1 });
      if (dnsServers) resolver.setServers(dnsServers);
      // The resolver's own limit is for each server: several that are silent would add up.
      const limit = setTimeout(() => resolver.cancel(), dnsMs);
      try {
        // A record longer than 255 bytes comes in pieces that belong together (RFC 7208 3.3).
        const records = await resolver.resolveTxt(name);
        return { ok: true, records: records.map((pieces) => pieces.join('')) };
      } catch (error) {
        const code = textOf(error, 'code') ?? 'unknown';
        return empty.has(code) ? { ok: true, records: [] } : { ok: false, code };
      } finally {
        clearTimeout(limit);
      }
    },
  };
}

function textOf(error: unknown, key: 'code' | 'response'): string | null {
  if (typeof error !== 'object' || error === null) return null;
  const value: unknown = Reflect.get(error, key);
  return typeof value === 'string' && value !== '' ? value : null;
}

function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, replyMaxLength);
}
