import type { LoaderFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import type { PriceMigration } from '../../domain/memberships/prices/price-migration.ts';
import { readPriceMigration } from '../../domain/memberships/prices/read-price-migrations.server.ts';
import {
  type TierToEdit,
  readTierToEdit,
} from '../../domain/memberships/prices/read-tier-to-edit.server.ts';

/** @throws Response 404 when the address names no tier. */
export async function tierOf({ params, context }: LoaderFunctionArgs): Promise<TierToEdit> {
  const id = z.uuid().safeParse(params['id']);
  const tier = id.success ? await readTierToEdit(context.services, id.data) : null;
  if (!tier) throw new Response(null, { status: 404 });
  return tier;
}

/** @throws Response 404 when the address names no move to a new price. */
export async function moveOf({ params, context }: LoaderFunctionArgs): Promise<PriceMigration> {
  const id = z.uuid().safeParse(params['id']);
  const move = id.success ? await readPriceMigration(context.services, id.data) : null;
  if (!move) throw new Response(null, { status: 404 });
  return move;
}
