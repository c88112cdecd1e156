import Stripe from 'stripe';

export interface Answer {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly body: unknown;
}

type Client = ReturnType<typeof Stripe.createNodeHttpClient>;

/** The SDK's own HTTP client, telling of every answer with its body. */
export function recordAnswers(onAnswer: (answer: Answer) => void): Client {
  const client = Stripe.createNodeHttpClient();
  const makeRequest = client.makeRequest.bind(client);
  client.makeRequest = async (...request) => {
    const response = await makeRequest(...request);
    const [, , path, method] = request;
    const toJSON = response.toJSON.bind(response);
    response.toJSON = async () => {
      const body: unknown = await toJSON();
      onAnswer({
        method,
        path: path.split('?', 1)[0] ?? path,
        status: response.getStatusCode(),
        body,
      });
      return body;
    };
    return response;
  };
  return client;
}
