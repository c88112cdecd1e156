import { createRequire } from 'node:module';
import path from 'node:path';
import ts from 'typescript';

/** Folder of the installed SDK, with the forward slashes that the compiler uses everywhere. */
export const sdkRoot = path
  .resolve(path.dirname(createRequire(import.meta.url).resolve('stripe')), '..')
  .replaceAll('\\', '/');

/** Parses the SDK's declarations. Nothing is type-checked: only names are resolved. */
export function openSdkTypes(): { checker: ts.TypeChecker; stripeClass: ts.ClassDeclaration } {
  const core = `${sdkRoot}/esm/stripe.core.d.ts`;
  const program = ts.createProgram([core], {
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    noLib: true,
    skipLibCheck: true,
    types: [],
  });
  const stripeClass = program
    .getSourceFile(core)
    ?.statements.find(
      (statement): statement is ts.ClassDeclaration =>
        ts.isClassDeclaration(statement) && statement.name?.text === 'Stripe',
    );
  if (!stripeClass) throw new Error('The Stripe class is not where the generator expects it.');
  return { checker: program.getTypeChecker(), stripeClass };
}

/** The declaration behind a name in the SDK, through imports and re-exports. */
export function resolveDeclaration(checker: ts.TypeChecker, name: ts.EntityName): ts.Declaration {
  let symbol = checker.getSymbolAtLocation(name);
  if (symbol && symbol.flags & ts.SymbolFlags.Alias) symbol = checker.getAliasedSymbol(symbol);
  const declaration = symbol?.declarations?.find(
    (candidate) =>
      ts.isInterfaceDeclaration(candidate) ||
      ts.isTypeAliasDeclaration(candidate) ||
      ts.isClassDeclaration(candidate),
  );
  if (!declaration) throw new Error(`Cannot resolve the SDK type ${name.getText()}.`);
  return declaration;
}
