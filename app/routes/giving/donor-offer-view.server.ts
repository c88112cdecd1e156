import { readDonorOffer } from '../../domain/memberships/read-donor-offer.server.ts';
import type { Locale } from '../../kernel/locale.ts';
import type { Services } from '../../services.server.ts';
import type { DonorOfferView } from '../../ui/account/donor-offer.tsx';
import { inMajorUnits } from './join-page.server.ts';

/** The offer as pages show it; null when there is none to make. */
export async function donorOfferView(
  services: Services,
  { supporterId, locale }: { supporterId: string; locale: Locale },
): Promise<DonorOfferView | null> {
  const offer = await readDonorOffer(services, supporterId);
  return (
    offer && { ...offer, ownAmount: inMajorUnits(offer.amount), tierName: offer.tierName[locale] }
  );
}
