/** RFC 5321 4.5.3.1.3 allows a path of 256 octets with its angle brackets. */
export const emailMaxLength = 254;

/** One spelling per address: trimmed and in lower case. What comes after "+" is the person's own choice and stays. */
export function normaliseEmail(typed: string): string {
  return typed.normalize('NFKC').trim().toLowerCase();
}

/** Could a mail reach it? Deliberately loose: only a mail that arrives proves an address. */
export function isEmailAddress(email: string): boolean {
  return (
    email.length <= emailMaxLength &&
    /^[^\s@<>(),;:\\"[\]]+@[^\s@<>(),;:\\"[\]]+\.[^\s@.<>(),;:\\"[\]]+$/u.test(email)
  );
}
