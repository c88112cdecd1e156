import type { LoaderFunctionArgs } from '@remix-run/node';
import { answerFeed } from './answer-feed.server.ts';

export const loader = ({ request, context }: LoaderFunctionArgs) =>
  answerFeed(request, context.services, null);
