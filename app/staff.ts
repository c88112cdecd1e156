import { normaliseEmail } from './domain/supporters/email-address.ts';
import { listStaff } from './domain/supporters/staff/list-staff.server.ts';
import { resetPasskeys } from './domain/supporters/staff/reset-passkeys.server.ts';
import { EnvError, readEnv } from './platform/env.ts';
import { createLogger } from './platform/logger.ts';
import { createServices } from './services.server.ts';

/**
 * By hand, for the only owner whose device is lost: `reset-passkeys <address>` does what another
 * owner would do at the desk. Ends with 1 when there was nothing to reset, with 2 when it failed.
 */
const say = (line: string) => process.stdout.write(`${line}\n`);

async function main([verb, address]: readonly string[]): Promise<number> {
  if (verb !== 'reset-passkeys' || !address) {
    say('Say what to do: reset-passkeys, and the address of a member of the staff.');
    return 2;
  }
  const services = await createServices(readEnv(process.env), { log: createLogger('silent') });
  try {
    const { members } = await listStaff(services);
    const member = members.find(({ email }) => email === normaliseEmail(address));
    const reset = member
      ? await resetPasskeys(services, {
          ...{ actorId: null, supporterId: member.supporterId },
          reason: 'At the server, by command.',
        })
      : null;
    if (!reset?.ok) {
      say(member ? 'They have no passkey.' : 'Nobody on the staff has this address.');
      return 1;
    }
    say(`Removed: ${reset.value.removed}. They sign in by mail and add a new passkey.`);
    return 0;
  } finally {
    await services.close();
  }
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const line = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${error instanceof EnvError ? line : `That failed: ${line}`}\n`);
    process.exitCode = 2;
  },
);
