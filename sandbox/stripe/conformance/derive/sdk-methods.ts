import ts from 'typescript';
import { coveredResources } from '../covered-resources.ts';
import { type openSdkTypes, resolveDeclaration } from './sdk-program.ts';

export interface SdkMethod {
  /** For example `checkout.sessions.create`. */
  name: string;
  /** How many ids come before the params. */
  ids: number;
  params: ts.TypeNode | undefined;
  result: ts.TypeNode;
}

/** The methods of the covered resources, as the SDK's classes declare them. */
export function listSdkMethods({ checker, stripeClass }: ReturnType<typeof openSdkTypes>) {
  const methods: SdkMethod[] = [];
  for (const [resource, wanted] of Object.entries(coveredResources)) {
    let owner = stripeClass;
    for (const key of resource.split('.')) owner = propertyClass(checker, owner, key);
    const declared = new Map<string, ts.MethodDeclaration>();
    for (const member of owner.members) {
      // Overloads say the same thing with fewer ids or without params: the last is the fullest.
      if (ts.isMethodDeclaration(member)) {
        const name = member.name.getText();
        const before = declared.get(name);
        if (!before || before.parameters.length <= member.parameters.length) {
          declared.set(name, member);
        }
      }
    }
    for (const name of wanted === 'all' ? declared.keys() : wanted) {
      const method = declared.get(name);
      if (!method?.type) throw new Error(`The SDK has no method ${resource}.${name}.`);
      const index = method.parameters.findIndex((p) => p.name.getText() === 'params');
      const options = method.parameters.findIndex((p) => p.name.getText() === 'options');
      methods.push({
        name: `${resource}.${name}`,
        ids: index >= 0 ? index : options,
        params: method.parameters[index]?.type,
        result: method.type,
      });
    }
  }
  return methods;
}

function propertyClass(checker: ts.TypeChecker, owner: ts.ClassDeclaration, key: string) {
  const property = owner.members.find(
    (member): member is ts.PropertyDeclaration =>
      ts.isPropertyDeclaration(member) && member.name.getText() === key,
  );
  if (!property?.type || !ts.isTypeReferenceNode(property.type)) {
    throw new Error(`The SDK has no resource ${key}.`);
  }
  const declaration = resolveDeclaration(checker, property.type.typeName);
  if (!ts.isClassDeclaration(declaration)) throw new Error(`${key} is not a resource class.`);
  return declaration;
}
