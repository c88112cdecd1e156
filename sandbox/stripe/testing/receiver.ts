import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type Stripe from 'stripe';

/** A webhook endpoint for tests: verifies, remembers, and answers as it is told. */
export interface Receiver {
  url: string;
  events: Stripe.Event[];
  /** Signature failures and the like. */
  errors: string[];
  /** Statuses to answer next; 200 once they are used up. */
  answers: number[];
  close(): Promise<void>;
}

export async function startReceiver(stripe: Stripe, secret: string): Promise<Receiver> {
  const events: Stripe.Event[] = [];
  const errors: string[] = [];
  const answers: number[] = [];
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const status = answers.shift() ?? 200;
      try {
        const signature = String(request.headers['stripe-signature']);
        const event = stripe.webhooks.constructEvent(Buffer.concat(chunks), signature, secret);
        if (status === 200) events.push(event);
      } catch (error) {
        errors.push(String(error));
      }
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook`,
    events,
    errors,
    answers,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
