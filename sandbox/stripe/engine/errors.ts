/** The body that every error answer carries, so that the SDK rejects instead of resolving. */
export interface ErrorBody {
  error: {
    type: string;
    code?: string;
    decline_code?: string;
    message: string;
    param?: string;
    advice_code?: string;
    charge?: string;
    payment_intent?: unknown;
    payment_method?: unknown;
    doc_url?: string;
  };
}

interface Details {
  status: number;
  type: string;
  message: string;
  code?: string | undefined;
  param?: string | undefined;
  declineCode?: string | undefined;
  charge?: string | undefined;
  paymentIntent?: string | undefined;
  /** A declined payment answers with an error and yet leaves its traces: the step is committed. */
  keepsWrites?: boolean;
  /** Tells a route that is not there from an object that is not. */
  unknownRoute?: boolean;
}

/** An answer of Stripe's that is not a success (https://docs.stripe.com/api/errors). */
export class StripeApiError extends Error {
  readonly details: Details;

  constructor(details: Details) {
    super(details.message);
    this.name = 'StripeApiError';
    this.details = details;
  }

  body(): ErrorBody {
    const { type, code, declineCode, message, param, charge } = this.details;
    return {
      error: {
        ...(code === undefined ? {} : { code, doc_url: docUrl(code) }),
        ...(declineCode === undefined ? {} : { decline_code: declineCode }),
        ...(charge === undefined ? {} : { charge }),
        message,
        ...(param === undefined ? {} : { param }),
        type,
      },
    };
  }
}

export function docUrl(code: string): string {
  return `https://stripe.com/docs/error-codes/${code.replaceAll('_', '-')}`;
}

export function invalidRequest(message: string, param?: string, code?: string): StripeApiError {
  return new StripeApiError({ status: 400, type: 'invalid_request_error', message, param, code });
}

export function missingParam(param: string): StripeApiError {
  return invalidRequest(`Missing required param: ${param}.`, param, 'parameter_missing');
}

/** No such route; recorded by the server, so that a test run can fail over it. */
export function unknownRoute(method: string, path: string, known: boolean): StripeApiError {
  return new StripeApiError({
    status: 404,
    type: 'invalid_request_error',
    ...(known ? { code: 'sandbox_unsupported' } : {}),
    message: known
      ? `The sandbox does not implement ${method} ${path} yet.`
      : `Unrecognized request URL (${method}: ${path}). Please see https://stripe.com/docs or we can help at https://support.stripe.com/.`,
    unknownRoute: true,
  });
}

/** A parameter that Stripe knows and this sandbox does not: refused, so that nothing drifts. */
export function unsupported(what: string, param?: string): StripeApiError {
  return invalidRequest(
    `The sandbox does not implement ${what} yet.`,
    param,
    'sandbox_unsupported',
  );
}

/** `No such customer: 'cus_x'`: 404 for the object in the path, 400 for one named in a parameter. */
export function noSuch(kind: string, id: string, param = 'id'): StripeApiError {
  return new StripeApiError({
    status: param === 'id' ? 404 : 400,
    type: 'invalid_request_error',
    code: 'resource_missing',
    message: `No such ${NOUNS[kind] ?? kind}: '${id}'`,
    param,
  });
}

const NOUNS: Record<string, string> = {
  'checkout.session': 'checkout.session',
  payment_method: 'PaymentMethod',
  webhook_endpoint: 'webhook endpoint',
  setup_intent: 'setupintent',
  balance_transaction: 'balance transaction',
  invoice_payment: 'invoice payment',
};
