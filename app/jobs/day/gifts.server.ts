import { deliverGifts } from '../../domain/gifts/deliver-gifts.server.ts';
import {
  remindOfGiftEnds,
  remindOfUnclaimedGifts,
} from '../../domain/gifts/remind-of-gifts.server.ts';
import type { DayStep } from './day-step.ts';

export const giftsStep: DayStep = {
  name: 'gifts',
  async run(services) {
    await deliverGifts(services);
    await remindOfGiftEnds(services);
    await remindOfUnclaimedGifts(services);
  },
};
