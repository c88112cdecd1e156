import { addDays } from '../../kernel/dates.ts';
import { listPublicDonations, setPublicDonations } from '../donations/public-donations.server.ts';
import type { OwnGift, PublicChoice } from '../donations/wall-name.ts';
import {
  listPublicMemberships,
  setPublicMemberships,
} from '../memberships/public-memberships.server.ts';
import { type Ctx, inTransaction } from '../ports/context.ts';
import { readPublicName, setPublicName } from '../supporters/set-public-name.server.ts';
import { type PublicFacts, wallDays } from './wall.ts';

/** The form with all of them must stay under what a posted form may weigh. */
const giftsListed = 60;

export interface PublicChoices {
  /** One name for all; the latest that was given with a gift when none was chosen yet. */
  readonly name: string | null;
  readonly gifts: readonly (OwnGift & { readonly hasPerk: boolean })[];
}

/** What the wall may say of a supporter, for themselves. Caller's duty: that the asker is they. */
export async function readPublicChoices(ctx: Ctx, supporterId: string): Promise<PublicChoices> {
  const since = addDays(ctx.clock.now(), -wallDays);
  const [chosen, memberships, donations] = await Promise.all([
    readPublicName(ctx, supporterId),
    listPublicMemberships(ctx, supporterId),
    listPublicDonations(ctx, { supporterId, since, limit: giftsListed }),
  ]);
  const gifts = [...memberships, ...donations.map((gift) => ({ ...gift, hasPerk: true }))];
  const given = gifts.find((gift) => gift.isNamed)?.name ?? null;
  return { name: chosen ?? given, gifts };
}

/** What is public of a supporter now. Caller's duty: that the asker is on the staff. */
export async function readPublicFacts(ctx: Ctx, supporterId: string): Promise<PublicFacts> {
  const { gifts } = await readPublicChoices(ctx, supporterId);
  const named = gifts.filter((gift) => gift.isNamed && gift.hasPerk && !gift.isHiddenByStaff);
  return {
    names: [...new Set(named.flatMap(({ name }) => (name ? [name] : [])))],
    named: named.length,
    amounts: named.filter(({ isAmountShown }) => isAmountShown).length,
  };
}

/**
 * Keeps the name and what each gift may tell, in one transaction: the wall says so from now on.
 * Without a name nothing is named, whatever the choices say.
 */
export async function savePublicChoices(
  ctx: Ctx,
  input: {
    readonly supporterId: string;
    readonly name: string | null;
    readonly choices: readonly PublicChoice[];
  },
): Promise<void> {
  const { supporterId, name } = input;
  const choices = input.choices.map((choice) =>
    name === null ? { ...choice, isNamed: false } : choice,
  );
  await inTransaction(ctx, async (tx) => {
    await setPublicName(tx, { supporterId, name });
    await setPublicDonations(tx, {
      ...{ supporterId, name },
      choices: choices.filter(({ kind }) => kind === 'donation'),
    });
    await setPublicMemberships(tx, {
      ...{ supporterId, name },
      choices: choices.filter(({ kind }) => kind === 'membership'),
    });
  });
}
