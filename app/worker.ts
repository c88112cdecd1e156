import { createJobHandlers } from './jobs/handlers.server.ts';
import { EnvError, readEnv } from './platform/env.ts';
import { createServices } from './services.server.ts';

/** Runs jobs only: start it beside servers that have WORKER=0. */
async function main(): Promise<void> {
  const services = await createServices(readEnv(process.env));
  await services.queue.work(createJobHandlers(services));
  services.log.info('worker ready');
  const stop = async () => {
    await services.close();
    process.exit(0);
  };
  process.once('SIGTERM', () => void stop());
  process.once('SIGINT', () => void stop());
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof EnvError ? error.message : String(error)}\n`);
  process.exit(1);
});
