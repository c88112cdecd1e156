import ts from 'typescript';
import { resolveDeclaration, sdkRoot } from './sdk-program.ts';

type Named = ts.InterfaceDeclaration | ts.TypeAliasDeclaration;

/** SDK types that the checkers know by themselves. */
const builtIn = new Set(['Array', 'ApiList', 'ApiSearchResult', 'Emptyable', 'OtherString']);

/** Declared empty; what they hold depends on the event's type, and schema.json's `events` says it. */
const eventContents = new Set(['Event.Data.Object', 'Event.Data.PreviousAttributes']);

/**
 * Turns declarations of the SDK into type expressions, and remembers every named type that it meets
 * on the way until all of them are written down.
 */
export class TypeCollector {
  readonly types = new Map<string, string | Record<string, string>>();
  /** `object` value -> type name, for API objects and for what deletions answer with. */
  readonly objects = new Map<string, string>();
  readonly deleted = new Map<string, string>();

  private readonly declarations = new Map<string, Named>();
  private readonly pending: [string, Named][] = [];

  /**
   * @param expandable names of the object types that an expandable field may hold; others are left
   *   out of `string | X`, which keeps the schema to the part of the API that is covered.
   */
  constructor(
    private readonly checker: ts.TypeChecker,
    private readonly expandable: ReadonlySet<string>,
  ) {}

  /** Describes all types that were met so far, and those that they mention. */
  finish(): void {
    for (let next = this.pending.pop(); next; next = this.pending.pop()) {
      const [name, declaration] = next;
      const described = ts.isInterfaceDeclaration(declaration)
        ? this.describeInterface(declaration)
        : this.expression(declaration.type);
      this.types.set(name, described);
      if (typeof described === 'object') this.index(name, described);
    }
  }

  private index(name: string, fields: Record<string, string>): void {
    const object = /^'([^']+)'$/.exec(fields.object ?? '')?.[1];
    if (object === undefined) return;
    const index = fields.deleted === 'true' ? this.deleted : this.objects;
    const other = index.get(object);
    if (other !== undefined && other !== name) {
      throw new Error(`Both ${other} and ${name} describe the object ${object}.`);
    }
    index.set(object, name);
  }

  expression(node: ts.TypeNode): string {
    if (ts.isUnionTypeNode(node)) return this.union(node);
    if (ts.isParenthesizedTypeNode(node)) return this.expression(node.type);
    if (ts.isArrayTypeNode(node)) return `Array<${this.expression(node.elementType)}>`;
    if (ts.isTypeReferenceNode(node)) return this.reference(node);
    if (ts.isTypeLiteralNode(node)) return this.mapOf(node);
    if (ts.isLiteralTypeNode(node)) return this.literal(node);
    if (ts.isImportTypeNode(node)) return this.importedDecimal(node);
    switch (node.kind) {
      case ts.SyntaxKind.StringKeyword:
        return 'string';
      case ts.SyntaxKind.BooleanKeyword:
        return 'boolean';
      case ts.SyntaxKind.NumberKeyword:
        return isFractional(node) ? 'number' : 'integer';
      case ts.SyntaxKind.UnknownKeyword:
        return 'unknown';
      case ts.SyntaxKind.VoidKeyword:
      case ts.SyntaxKind.UndefinedKeyword:
        return 'never';
      default:
        throw unexpected(node);
    }
  }

  private literal({ literal }: ts.LiteralTypeNode): string {
    if (ts.isStringLiteral(literal)) return `'${literal.text}'`;
    if (literal.kind === ts.SyntaxKind.NullKeyword) return 'null';
    if (literal.kind === ts.SyntaxKind.TrueKeyword) return 'true';
    throw unexpected(literal);
  }

  private importedDecimal(node: ts.ImportTypeNode): string {
    if (node.qualifier?.getText().endsWith('Decimal')) return 'decimal';
    throw unexpected(node);
  }

  private union(node: ts.UnionTypeNode): string {
    const mayBeId = node.types.some((member) => member.kind === ts.SyntaxKind.StringKeyword);
    const members = mayBeId ? node.types.flatMap((m) => this.expandableMembers(m)) : node.types;
    return [...new Set(members.map((member) => this.expression(member)))].join('|');
  }

  /** In `string | X`: X where it is covered, its covered members where it is a union, or nothing. */
  private expandableMembers(node: ts.TypeNode): ts.TypeNode[] {
    if (ts.isUnionTypeNode(node)) return node.types.flatMap((m) => this.expandableMembers(m));
    if (!ts.isTypeReferenceNode(node)) return [node];
    const name = node.typeName.getText();
    if (builtIn.has(name) || name === 'Decimal') return [node];
    const declaration = resolveDeclaration(this.checker, node.typeName);
    if (ts.isTypeAliasDeclaration(declaration)) return this.expandableMembers(declaration.type);
    if (!ts.isInterfaceDeclaration(declaration) || !isApiObject(declaration)) return [node];
    return this.expandable.has(qualifiedName(declaration)) ? [node] : [];
  }

  private reference(node: ts.TypeReferenceNode): string {
    const name = node.typeName.getText();
    if (builtIn.has(name)) {
      const args = node.typeArguments?.map((argument) => this.expression(argument)) ?? [];
      return args.length > 0 ? `${name}<${args.join(',')}>` : name;
    }
    if (name === 'Decimal' || name === 'Stripe.Decimal') return 'decimal';
    const declaration = resolveDeclaration(this.checker, node.typeName);
    if (!ts.isInterfaceDeclaration(declaration) && !ts.isTypeAliasDeclaration(declaration)) {
      throw unexpected(node);
    }
    // The bytes of an uploaded file: a type of Node's, and not part of a form.
    if (!declaration.getSourceFile().fileName.startsWith(sdkRoot)) return 'unknown';
    const qualified = qualifiedName(declaration);
    if (eventContents.has(qualified)) return 'Map<unknown>';
    return this.need(qualified === 'Event' ? eventBase(declaration) : declaration);
  }

  private need(declaration: Named): string {
    const name = qualifiedName(declaration);
    const known = this.declarations.get(name);
    if (known && known !== declaration) throw new Error(`Two SDK types are called ${name}.`);
    if (!known) {
      this.declarations.set(name, declaration);
      this.pending.push([name, declaration]);
    }
    return name;
  }

  private mapOf(node: ts.TypeLiteralNode): string {
    const [only, ...rest] = node.members;
    if (!only || rest.length > 0 || !ts.isIndexSignatureDeclaration(only)) throw unexpected(node);
    return `Map<${this.expression(only.type)}>`;
  }

  private describeInterface(node: ts.InterfaceDeclaration): string | Record<string, string> {
    // By name without the `?`: a field may be optional in the base and required here.
    const fields = new Map<string, [key: string, type: string]>();
    for (const clause of node.heritageClauses ?? []) {
      for (const base of clause.types) {
        for (const entry of Object.entries(this.inherited(base))) {
          fields.set(entry[0].replace(/\?$/, ''), entry);
        }
      }
    }
    for (const member of node.members) {
      if (ts.isIndexSignatureDeclaration(member)) return `Map<${this.expression(member.type)}>`;
      if (!ts.isPropertySignature(member) || !member.type) throw unexpected(member);
      const name = ts.isStringLiteral(member.name) ? member.name.text : member.name.getText();
      const key = member.questionToken ? `${name}?` : name;
      fields.set(name, [key, this.expression(member.type)]);
    }
    return Object.fromEntries(fields.values());
  }

  private inherited(base: ts.ExpressionWithTypeArguments): Record<string, string> {
    if (base.typeArguments || !ts.isIdentifier(base.expression)) throw unexpected(base);
    const declaration = resolveDeclaration(this.checker, base.expression);
    if (!ts.isInterfaceDeclaration(declaration)) throw unexpected(base);
    const described = this.describeInterface(declaration);
    if (typeof described === 'string') throw unexpected(base);
    return described;
  }
}

/** `Charge.BillingDetails`; types of a grouped resource begin with the group: `Checkout.Session`. */
export function qualifiedName(declaration: Named): string {
  const names = [declaration.name.text];
  for (let node: ts.Node = declaration.parent; !ts.isSourceFile(node); node = node.parent) {
    if (ts.isModuleDeclaration(node)) names.unshift(node.name.text);
  }
  const group = /\/resources\/(.+)\/[^/]+$/.exec(declaration.getSourceFile().fileName)?.[1];
  if (group !== undefined && names[0] !== group) names.unshift(group.replaceAll('/', '.'));
  return names.join('.');
}

/** The union of all events is described by what they have in common. */
function eventBase(union: Named): ts.InterfaceDeclaration {
  const base = union
    .getSourceFile()
    .statements.filter(ts.isInterfaceDeclaration)
    .find((declaration) => declaration.name.text === 'EventBase');
  if (!base) throw new Error('The SDK has no EventBase.');
  return base;
}

/** Does a type have `object: 'some name'`, as everything that has an id of its own does? */
function isApiObject(declaration: ts.InterfaceDeclaration): boolean {
  return declaration.members.some(
    (member) =>
      ts.isPropertySignature(member) &&
      member.name.getText() === 'object' &&
      member.type !== undefined &&
      ts.isLiteralTypeNode(member.type),
  );
}

/**
 * The SDK's types say `number` for integers and fractions alike: the name and the documentation
 * tell them apart.
 */
function isFractional(node: ts.TypeNode): boolean {
  let property: ts.Node = node;
  while (!ts.isPropertySignature(property) && !ts.isSourceFile(property)) {
    property = property.parent;
  }
  if (!ts.isPropertySignature(property)) return true;
  const text = property.getFullText();
  return (
    /percent|(^|_)rate$|latitude|longitude|_factor|^(height|width|length|weight)$/.test(
      property.name.getText(),
    ) || /\b(float|decimal places?|a (non-negative )?decimal)\b/i.test(text)
  );
}

function unexpected(node: ts.Node): Error {
  const file = node.getSourceFile().fileName;
  return new Error(`The generator does not know this type: ${node.getText()} in ${file}`);
}
