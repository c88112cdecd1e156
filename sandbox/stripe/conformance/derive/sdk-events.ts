import ts from 'typescript';
import { resolveDeclaration, type openSdkTypes } from './sdk-program.ts';

/** Every event of the `Event` union, with the type of its `data.object`. */
export function listEventObjects({ checker, stripeClass }: ReturnType<typeof openSdkTypes>) {
  const events: { type: string; object: ts.TypeNode }[] = [];
  for (const declaration of eventInterfaces(checker, stripeClass)) {
    const type = propertyType(declaration, 'type');
    const data = propertyType(declaration, 'data');
    if (!type || !ts.isLiteralTypeNode(type) || !ts.isStringLiteral(type.literal)) continue;
    if (!data || !ts.isTypeReferenceNode(data)) continue;
    const dataDeclaration = resolveDeclaration(checker, data.typeName);
    if (!ts.isInterfaceDeclaration(dataDeclaration)) continue;
    const object = propertyType(dataDeclaration, 'object');
    if (object) events.push({ type: type.literal.text, object });
  }
  if (events.length < 100) throw new Error('The Event union is not as the generator expects it.');
  return events;
}

function eventInterfaces(checker: ts.TypeChecker, stripeClass: ts.ClassDeclaration) {
  const events = stripeClass.members
    .filter(ts.isPropertyDeclaration)
    .find((member) => member.name.getText() === 'events');
  if (!events?.type || !ts.isTypeReferenceNode(events.type)) throw new Error('No events resource.');
  const file = resolveDeclaration(checker, events.type.typeName).getSourceFile();
  const union = file.statements
    .filter(ts.isTypeAliasDeclaration)
    .find((alias) => alias.name.text === 'Event');
  if (!union || !ts.isUnionTypeNode(union.type)) throw new Error('Event is not a union.');
  return union.type.types.flatMap((member) => {
    if (!ts.isTypeReferenceNode(member)) return [];
    const declaration = resolveDeclaration(checker, member.typeName);
    return ts.isInterfaceDeclaration(declaration) ? [declaration] : [];
  });
}

function propertyType(declaration: ts.InterfaceDeclaration, key: string): ts.TypeNode | undefined {
  return declaration.members
    .filter(ts.isPropertySignature)
    .find((member) => member.name.getText() === key)?.type;
}
