import { z } from 'zod';
import { stuckKinds } from '../../domain/pipeline/stuck.ts';

/** Which row of the pipeline a form or an address names. Mails and jobs are rows of ours. */
export const pipelineItem = z
  .object({ kind: z.enum(stuckKinds), id: z.string().max(255) })
  .refine(({ kind, id }) => kind === 'event' || z.uuid().safeParse(id).success);
