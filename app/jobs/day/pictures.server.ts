import { sweepPictures } from '../../domain/articles/pictures/sweep-pictures.server.ts';
import type { DayStep } from './day-step.ts';

/** What an upload that broke off has left on the disk goes away. */
export const picturesStep: DayStep = {
  name: 'pictures',
  async run(services) {
    const swept = await sweepPictures(services);
    if (swept > 0) services.log.info({ files: swept }, 'pictures that nobody kept were removed');
  },
};
