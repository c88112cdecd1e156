type Described = string | Record<string, string>;

/**
 * The SDK repeats a type for every place that it appears in (the address of a create and of an
 * update). Lets types with the same content share one description, which halves the schema.
 *
 * @param types in a fixed order: the name with the fewest parts stays, then the first.
 * @param kept names that stay even so.
 * @returns the types that stay, and where to find the others.
 */
export function shareTypes(
  types: ReadonlyMap<string, Described>,
  kept: ReadonlySet<string>,
): { types: Map<string, Described>; rename: (expression: string) => string } {
  let current = new Map([...types].sort(([a], [b]) => parts(a) - parts(b) || (a < b ? -1 : 1)));
  const moved = new Map<string, string>();
  for (;;) {
    const first = new Map<string, string>();
    const merged = new Map<string, string>();
    for (const [name, described] of current) {
      const content = JSON.stringify(described);
      const same = first.get(content);
      if (same === undefined) first.set(content, name);
      else if (!kept.has(name)) merged.set(name, same);
    }
    if (merged.size === 0) return { types: current, rename: (e) => renameIn(e, moved) };
    for (const [from, to] of moved) moved.set(from, merged.get(to) ?? to);
    for (const [from, to] of merged) moved.set(from, to);
    current = new Map(
      [...current]
        .filter(([name]) => !merged.has(name))
        .map(([name, described]) => [name, renameAll(described, merged)]),
    );
  }
}

function renameAll(described: Described, names: ReadonlyMap<string, string>): Described {
  if (typeof described === 'string') return renameIn(described, names);
  return Object.fromEntries(
    Object.entries(described).map(([key, expression]) => [key, renameIn(expression, names)]),
  );
}

function renameIn(expression: string, names: ReadonlyMap<string, string>): string {
  return expression.replaceAll(/'[^']*'|[A-Z][\w.]*/g, (token) => names.get(token) ?? token);
}

function parts(name: string): number {
  return name.split('.').length;
}
