import { readSupporter } from '../../../domain/supporters/read-supporter.server.ts';
import type { Services } from '../../../services.server.ts';

/** How a mail greets them; null when they gave no name. */
export async function readName(
  services: Services,
  supporterId: string | null,
): Promise<string | null> {
  if (supporterId === null) return null;
  return (await readSupporter(services, supporterId))?.name ?? null;
}
