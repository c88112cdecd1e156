// @ts-check
// `npm run rollups -- check` or `rebuild`: what the running product's reports read, against a full recount.
import { runBeside } from './launch/run-beside.mjs';

runBeside('app/rollups.ts', process.argv.slice(2));
