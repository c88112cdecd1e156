// @ts-check
// `npm run staff -- reset-passkeys <address>`: lets a member of the staff of the running product add a passkey anew.
import { runBeside } from './launch/run-beside.mjs';

runBeside('app/staff.ts', process.argv.slice(2));
