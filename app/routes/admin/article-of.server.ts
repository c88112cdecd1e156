import type { LoaderFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import {
  type EditedArticle,
  readEditedArticle,
} from '../../domain/articles/writing/read-editor.server.ts';

/** The article that an address of the desk names. @throws Response 404 when there is none. */
export async function articleOf({ params, context }: LoaderFunctionArgs): Promise<EditedArticle> {
  const id = z.uuid().safeParse(params['id']);
  const article = id.success ? await readEditedArticle(context.services, id.data) : null;
  if (!article) throw new Response(null, { status: 404 });
  return article;
}
