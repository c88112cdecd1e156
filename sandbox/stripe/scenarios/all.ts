import { membershipScenarios } from './memberships.ts';
import { paymentScenarios } from './payments.ts';
import type { Scenario } from './scenario.ts';

export const scenarios: readonly Scenario[] = [...paymentScenarios, ...membershipScenarios];
