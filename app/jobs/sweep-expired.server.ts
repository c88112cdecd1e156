import { expireOldDonations } from '../domain/donations/expire-old-donations.server.ts';
import { expireOldGifts } from '../domain/gifts/expire-old-gifts.server.ts';
import { expireOldMemberships } from '../domain/memberships/expire-old-memberships.server.ts';
import { deleteExpiredSignIns } from '../domain/supporters/delete-expired-sign-ins.server.ts';
import { deleteExpiredChallenges } from '../domain/supporters/passkeys/passkey-challenge.server.ts';
import type { Services } from '../services.server.ts';

/** Daily: closes orders whose Checkout is long over and deletes sign-ins past their time. */
export async function sweepExpired(services: Services): Promise<void> {
  await expireOldDonations(services);
  await expireOldMemberships(services);
  await expireOldGifts(services);
  await deleteExpiredSignIns(services);
  await deleteExpiredChallenges(services);
}
