import { signatureHeader } from './signature.ts';

export interface Attempted {
  /** `null`: there was no answer. */
  status: number | null;
  error: string | null;
}

export interface Letter {
  url: string;
  payload: string;
  secrets: readonly string[];
  timeoutMs: number;
}

/** One attempt, signed at this moment. A redirect is an answer like any other: it is not followed. */
export async function sendLetter({ url, payload, secrets, timeoutMs }: Letter): Promise<Attempted> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json; charset=utf-8',
        'User-Agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
        'Stripe-Signature': signatureHeader(payload, secrets, Math.floor(Date.now() / 1000)),
      },
      body: payload,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    await response.arrayBuffer();
    return { status: response.status, error: null };
  } catch (error) {
    return { status: null, error: error instanceof Error ? error.message : String(error) };
  }
}
