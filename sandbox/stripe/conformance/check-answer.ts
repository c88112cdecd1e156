import { alternativesOf } from './alternatives.ts';
import { checkObject } from './check-object.ts';
import { matchSchema } from './operations.ts';

/**
 * As checkObject, and the object must be of the kind that the SDK method behind the route answers
 * with: `GET /v1/charges/{charge}` may not answer with a refund.
 */
export function checkAnswer(method: string, path: string, body: unknown): string[] {
  const match = matchSchema(method, path);
  if (!match) return [`${method} ${path}: no SDK method has this route`];
  const { name, response } = match.operation;
  const kinds = alternativesOf(response).objects.map(({ fields }) => fields.object?.slice(1, -1));
  const kind: unknown =
    typeof body === 'object' && body !== null ? Reflect.get(body, 'object') : undefined;
  if (!kinds.some((expected) => expected === kind)) {
    return [`${name}: expected ${kinds.join(' or ')}, got ${String(kind)}`];
  }
  return checkObject(body);
}
