import { invalidRequest, unsupported } from '../errors.ts';
import type { PortalConfiguration } from '../objects/portal.ts';
import { newPortalConfiguration, newPortalSession, plainFeatures } from '../objects/portal.ts';
import type { Params } from '../params.ts';
import { clearable, flag, mergedMetadata, nested, requiredText, text } from '../params.ts';
import type { Route } from '../router.ts';
import { listRoute, retrieveRoute } from '../router.ts';
import type { Step } from '../step.ts';
import { readFeatures } from './portal-features.ts';
import { readFlow } from './portal-flow.ts';

const DEFAULT_ID = 'bpc_1SandboxDefault';

/** The configuration that the Dashboard would have saved: all that the portal can do is on. */
function defaultConfiguration(step: Step): PortalConfiguration {
  const held = step.find('billing_portal.configuration', DEFAULT_ID);
  if (held) return held;
  const features = plainFeatures();
  features.invoice_history.enabled = true;
  features.payment_method_update.enabled = true;
  features.subscription_cancel.enabled = true;
  features.subscription_update.enabled = true;
  features.subscription_update.proration_behavior = 'always_invoice';
  features.subscription_update.default_allowed_updates = ['price'];
  return step.add(newPortalConfiguration(DEFAULT_ID, step.now, { features, isDefault: true }));
}

function fill(configuration: PortalConfiguration, params: Params): void {
  const profile = nested(params, 'business_profile') ?? {};
  for (const name of ['headline', 'privacy_policy_url', 'terms_of_service_url'] as const) {
    const value = clearable(profile, name);
    if (value !== undefined) configuration.business_profile[name] = value;
  }
  const url = clearable(params, 'default_return_url');
  if (url !== undefined) configuration.default_return_url = url;
  const name = clearable(params, 'name');
  if (name !== undefined) configuration.name = name;
  configuration.metadata = mergedMetadata(params, configuration.metadata);
  const login = nested(params, 'login_page');
  if (login && flag(login, 'enabled') === true) throw unsupported('login pages', 'login_page');
}

const SETTINGS = [
  'business_profile',
  'default_return_url',
  'features',
  'login_page',
  'metadata',
  'name',
];

export const portalRoutes: Route[] = [
  {
    method: 'POST',
    path: '/v1/billing_portal/configurations',
    params: SETTINGS,
    handle: (step, { params }) => {
      const features = readFeatures(nested(params, 'features') ?? {}, plainFeatures());
      const configuration = step.add(
        newPortalConfiguration(step.newId('bpc'), step.now, { features, isDefault: false }),
      );
      fill(configuration, params);
      step.emit('billing_portal.configuration.created', configuration);
      return configuration;
    },
  },
  {
    method: 'POST',
    path: '/v1/billing_portal/configurations/:id',
    params: [...SETTINGS, 'active'],
    handle: (step, { params, id }) => {
      const configuration = step.edit('billing_portal.configuration', id);
      const active = flag(params, 'active');
      if (active === false && configuration.is_default)
        throw invalidRequest('You cannot deactivate the default configuration.', 'active');
      configuration.active = active ?? configuration.active;
      configuration.features = readFeatures(
        nested(params, 'features') ?? {},
        configuration.features,
      );
      fill(configuration, params);
      configuration.updated = step.now;
      step.emit('billing_portal.configuration.updated', configuration);
      return configuration;
    },
  },
  retrieveRoute('billing_portal.configuration', '/v1/billing_portal/configurations/:id'),
  listRoute('billing_portal.configuration', '/v1/billing_portal/configurations', {
    where: {
      active: (configuration, value) => configuration.active === (value === 'true'),
      is_default: (configuration, value) => configuration.is_default === (value === 'true'),
    },
  }),
  {
    method: 'POST',
    path: '/v1/billing_portal/sessions',
    params: ['configuration', 'customer', 'flow_data', 'locale', 'return_url'],
    handle: (step, { params }) => {
      const customer = step.get('customer', requiredText(params, 'customer'), 'customer').id;
      const asked = text(params, 'configuration');
      const configuration =
        asked === undefined
          ? defaultConfiguration(step)
          : step.get('billing_portal.configuration', asked, 'configuration');
      if (!configuration.active)
        throw invalidRequest('This portal configuration is not active.', 'configuration');
      const flow = nested(params, 'flow_data');
      const id = step.newId('bps');
      const session = step.add(
        newPortalSession(id, step.now, {
          customer,
          configuration: configuration.id,
          flow: flow ? readFlow(step, flow, customer, configuration) : null,
          locale: text(params, 'locale') ?? null,
          returnUrl: text(params, 'return_url') ?? configuration.default_return_url,
          url: `${step.settings.publicUrl}/billing/p/${id}`,
        }),
      );
      step.emit('billing_portal.session.created', session);
      return session;
    },
  },
];
