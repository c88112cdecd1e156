import { readFileSync } from 'node:fs';
import path from 'node:path';
import Stripe from 'stripe';
import ts from 'typescript';
import { alsoExpandable } from '../covered-resources.ts';
import type { Schema } from '../schema-format.ts';
import { listEventObjects } from './sdk-events.ts';
import { listSdkMethods } from './sdk-methods.ts';
import { openSdkTypes, resolveDeclaration, sdkRoot } from './sdk-program.ts';
import { namePathParams, recordRoutes } from './sdk-routes.ts';
import { shareTypes } from './share-types.ts';
import { TypeCollector, qualifiedName } from './type-collector.ts';

/** Derives the whole schema from the installed SDK. Takes some seconds. */
export async function deriveSchema(): Promise<Schema> {
  const sdk = openSdkTypes();
  const methods = listSdkMethods(sdk);
  const routes = await recordRoutes(methods);
  const answers = methods.flatMap(({ result }) => namesIn(sdk.checker, result));
  const collector = new TypeCollector(sdk.checker, new Set([...answers, ...alsoExpandable]));

  const operations = methods.map(({ name, params, result }) => {
    const route = routes.get(name);
    if (!route) throw new Error(`No route for ${name}.`);
    return {
      name,
      method: route.method,
      path: namePathParams(route.path),
      ...(params ? { params: collector.expression(params) } : {}),
      response: answerExpression(collector, result),
    };
  });
  collector.finish();

  const described = new Set([...collector.objects.values(), ...collector.deleted.values()]);
  const events: Record<string, string> = {};
  for (const { type, object } of listEventObjects(sdk)) {
    if (namesIn(sdk.checker, object).every((name) => described.has(name))) {
      events[type] = collector.expression(object);
    }
  }
  collector.finish();

  const { objects, deleted } = collector;
  const params = operations.flatMap(({ params }) => params ?? []);
  const { types, rename } = shareTypes(
    collector.types,
    new Set([...params, ...objects.values(), ...deleted.values()]),
  );
  return {
    sdk: sdkVersion(),
    apiVersion: Stripe.API_VERSION,
    operations: operations.map((each) => ({ ...each, response: rename(each.response) })),
    objects: sorted(objects),
    deleted: sorted(deleted),
    events: Object.fromEntries(Object.entries(events).map(([type, e]) => [type, rename(e)])),
    types: sorted(types),
  };
}

function sdkVersion(): string {
  const manifest = readFileSync(path.join(sdkRoot, 'package.json'), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}

/** `Promise<Response<X>>` -> `X`; `ApiListPromise<X>` -> `ApiList<X>`. */
function answerExpression(collector: TypeCollector, node: ts.TypeNode): string {
  const [argument] = ts.isTypeReferenceNode(node) ? (node.typeArguments ?? []) : [];
  if (!ts.isTypeReferenceNode(node) || !argument) throw new Error(`Answer? ${node.getText()}`);
  const name = node.typeName.getText();
  if (name === 'Promise') return answerExpression(collector, argument);
  if (name === 'Response') return collector.expression(argument);
  const list = /^(ApiList|ApiSearchResult)Promise$/.exec(name)?.[1];
  if (list === undefined) throw new Error(`Answer? ${node.getText()}`);
  return `${list}<${collector.expression(argument)}>`;
}

/** Names of the object types that a type mentions, through unions and aliases. */
function namesIn(checker: ts.TypeChecker, node: ts.TypeNode): string[] {
  if (ts.isUnionTypeNode(node)) return node.types.flatMap((member) => namesIn(checker, member));
  if (!ts.isTypeReferenceNode(node)) return [];
  if (node.typeArguments) return node.typeArguments.flatMap((arg) => namesIn(checker, arg));
  const declaration = resolveDeclaration(checker, node.typeName);
  if (ts.isTypeAliasDeclaration(declaration)) return namesIn(checker, declaration.type);
  return ts.isInterfaceDeclaration(declaration) ? [qualifiedName(declaration)] : [];
}

function sorted<T>(map: ReadonlyMap<string, T>): Record<string, T> {
  return Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)));
}
