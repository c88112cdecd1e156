import type { Metadata } from '../params.ts';
import type { PaymentError } from './payment-intent.ts';

export type SetupIntent = ReturnType<typeof newSetupIntent>;

export function newSetupIntent(
  id: string,
  created: number,
  fields: {
    customer: string | null;
    description: string | null;
    metadata: Metadata;
    paymentMethodTypes: string[];
    secret: string;
  },
) {
  return {
    id,
    object: 'setup_intent' as const,
    allowed_payment_method_types: null,
    application: null,
    automatic_payment_methods: null,
    cancellation_reason: null as string | null,
    client_secret: `${id}_secret_${fields.secret}`,
    created,
    customer: fields.customer,
    customer_account: null,
    description: fields.description,
    excluded_payment_method_types: null,
    flow_directions: null,
    last_setup_error: null as PaymentError | null,
    latest_attempt: null as string | null,
    livemode: false,
    mandate: null as string | null,
    metadata: fields.metadata,
    next_action: null as {
      redirect_to_url: { return_url: string | null; url: string };
      type: 'redirect_to_url';
    } | null,
    on_behalf_of: null,
    payment_method: null as string | null,
    payment_method_configuration_details: null,
    payment_method_options: {
      card: { mandate_options: null, network: null, request_three_d_secure: 'automatic' as const },
    },
    payment_method_types: fields.paymentMethodTypes,
    single_use_mandate: null,
    status: 'requires_payment_method' as
      | 'canceled'
      | 'requires_action'
      | 'requires_confirmation'
      | 'requires_payment_method'
      | 'succeeded',
    usage: 'off_session',
  };
}
