import { z } from 'zod';

const base64url = z.string().regex(/^[A-Za-z0-9_-]+$/);
const transport = z.enum(['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb']);
/** https://www.w3.org/TR/webauthn-3/#sctn-parseCreationOptionsFromJSON and what follows it there. */
const credential = { id: base64url, rawId: base64url, type: z.literal('public-key') };

const added = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    // One that we don't know is no reason to refuse the passkey.
    transports: z
      .array(z.string())
      .default([])
      .transform((told) => transport.options.filter((known) => told.includes(known))),
  }),
});
const signed = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url.nullish().transform((handle) => handle ?? undefined),
  }),
});
const clientData = z.object({ challenge: base64url });

export type Transport = z.output<typeof transport>;
export type AddedCredential = z.output<typeof added>;
export type SignedCredential = z.output<typeof signed>;

/** A device's answer to making a passkey, with the challenge that it names; null when it is none. Nothing is believed yet. */
export function readAdded(
  typed: string,
): { credential: AddedCredential; challenge: string } | null {
  const parsed = added.safeParse(fromJson(typed));
  return parsed.success ? withChallenge(parsed.data) : null;
}

/** The same of signing in with one. */
export function readSigned(
  typed: string,
): { credential: SignedCredential; challenge: string } | null {
  const parsed = signed.safeParse(fromJson(typed));
  return parsed.success ? withChallenge(parsed.data) : null;
}

/** The transports that a row was given, as far as they are still known. */
export function knownTransports(told: readonly string[]): Transport[] {
  return transport.options.filter((known) => told.includes(known));
}

function withChallenge<Credential extends { response: { clientDataJSON: string } }>(
  read: Credential,
): { credential: Credential; challenge: string } | null {
  const json = Buffer.from(read.response.clientDataJSON, 'base64url').toString('utf8');
  const parsed = clientData.safeParse(fromJson(json));
  return parsed.success ? { credential: read, challenge: parsed.data.challenge } : null;
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
