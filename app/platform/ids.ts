import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { v7 } from 'uuid';

/** A row id: UUIDv7 (RFC 9562), so that ids sort by time and indexes stay dense. */
export function newId(): string {
  return v7();
}

/** An unguessable token: 256 bits, URL-safe. Only its {@link hashToken} is ever stored. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Six digits, evenly spread. */
export function newCode(): string {
  return randomInt(0, 1_000_000).toString().padStart(6, '0');
}

/** What is stored of a token. A plain hash is enough for 256 random bits. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

export function sameHash(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}
