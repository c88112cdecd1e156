// @ts-check
// `npm run reconcile`: holds the running product's books against Stripe's, or the sandbox's.
import { runBeside } from './launch/run-beside.mjs';

runBeside('app/reconcile.ts');
