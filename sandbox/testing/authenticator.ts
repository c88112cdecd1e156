import { type KeyObject, createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/**
 * A device that holds one passkey (ES256, no attestation), for tests without a browser. Bytes as in
 * https://www.w3.org/TR/webauthn-3/#sctn-authenticator-data and #sctn-attestation.
 */
export interface TestAuthenticator {
  /** What `addPasskey` is sent after `askToAdd`. */
  add(challenge: string): string;
  /** What `signInByPasskey` is sent after `askToSignIn`; `count` as the device tells it. */
  sign(
    challenge: string,
    options?: {
      count?: number;
      userHandle?: string;
      /** Did the device ask for a finger, a face or a code? True unless told. */
      isVerified?: boolean;
    },
  ): string;
}

const flags = { present: 0x01, verified: 0x04, mayBeSynced: 0x08, isSynced: 0x10, hasKey: 0x40 };

export function createTestAuthenticator(site: {
  readonly origin: string;
  readonly rpId: string;
}): TestAuthenticator {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const credentialId = randomBytes(16);
  const id = credentialId.toString('base64url');
  const authData = (flag: number, count: number, rest: Uint8Array = Buffer.alloc(0)) => {
    const counted = Buffer.alloc(4);
    counted.writeUInt32BE(count);
    const rpIdHash = createHash('sha256').update(site.rpId).digest();
    return Buffer.concat([rpIdHash, Buffer.from([flag]), counted, rest]);
  };
  const clientData = (type: string, challenge: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin: site.origin, crossOrigin: false }));
  return {
    add(challenge) {
      const length = Buffer.alloc(2);
      length.writeUInt16BE(credentialId.length);
      const key = Buffer.concat([Buffer.alloc(16), length, credentialId, coseKey(publicKey)]);
      const { present, verified, mayBeSynced, isSynced, hasKey } = flags;
      const data = authData(present | verified | mayBeSynced | isSynced | hasKey, 0, key);
      const response = {
        clientDataJSON: clientData('webauthn.create', challenge).toString('base64url'),
        attestationObject: attestation(data).toString('base64url'),
        transports: ['internal', 'hybrid', 'from-the-future'],
      };
      return JSON.stringify({ id, rawId: id, type: 'public-key', response });
    },
    sign(challenge, { count = 0, userHandle, isVerified = true } = {}) {
      const { present, verified, mayBeSynced, isSynced } = flags;
      const seen = isVerified ? present | verified : present;
      const data = authData(seen | mayBeSynced | isSynced, count);
      const told = clientData('webauthn.get', challenge);
      const signed = Buffer.concat([data, createHash('sha256').update(told).digest()]);
      const response = {
        clientDataJSON: told.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: sign('sha256', signed, privateKey).toString('base64url'),
        userHandle,
      };
      return JSON.stringify({ id, rawId: id, type: 'public-key', response });
    },
  };
}

/** A map of five: kty EC2, alg ES256, crv P-256, x, y (RFC 9053). */
function coseKey(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' });
  return Buffer.concat([
    Buffer.from('a5010203262001215820', 'hex'),
    Buffer.from(x, 'base64url'),
    Buffer.from('225820', 'hex'),
    Buffer.from(y, 'base64url'),
  ]);
}

/** { fmt: "none", attStmt: {}, authData } in CBOR (RFC 8949). */
function attestation(authData: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from('a363666d74646e6f6e656761747453746d74a0686175746844617461', 'hex'),
    Buffer.from([0x58, authData.length]),
    authData,
  ]);
}
