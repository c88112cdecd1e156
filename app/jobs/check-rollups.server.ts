import { checkRollups } from '../domain/rollups/check-rollups.server.ts';
import { foldRollups } from '../domain/rollups/fold-rollups.server.ts';
import { isZoneOutdated, rebuildRollups } from '../domain/rollups/rebuild-rollups.server.ts';
import type { Services } from '../services.server.ts';

/**
 * Every night: what the reports read is held against a full recount. A difference is nobody's to
 * repair in silence: it is logged, and stands on the desk until somebody has rebuilt.
 */
export async function checkRollupsNightly(services: Services): Promise<void> {
  // A time zone that was set past the app (an import, a restored copy) is taken over here.
  if (await isZoneOutdated(services)) await rebuildRollups(services);
  await foldRollups(services);
  await checkRollups(services);
}
