import { type Fields, schema } from './schema.ts';

/** What a type expression allows, with unions and aliases resolved. */
export interface Alternatives {
  string: boolean;
  integer: boolean;
  number: boolean;
  decimal: boolean;
  boolean: boolean;
  true: boolean;
  null: boolean;
  unknown: boolean;
  /** The empty string unsets the parameter. */
  empty: boolean;
  /** String literals: the known values of an enum. */
  literals: string[];
  /** Expressions of array elements and of map values. */
  arrays: string[];
  maps: string[];
  objects: { name: string; fields: Fields }[];
}

const cache = new Map<string, Alternatives>();

/** Resolves a type expression of schema.json; each expression is parsed once. */
export function alternativesOf(expression: string): Alternatives {
  let known = cache.get(expression);
  if (!known) {
    known = {
      string: false,
      integer: false,
      number: false,
      decimal: false,
      boolean: false,
      true: false,
      null: false,
      unknown: false,
      empty: false,
      literals: [],
      arrays: [],
      maps: [],
      objects: [],
    };
    add(known, expression);
    cache.set(expression, known);
  }
  return known;
}

function add(found: Alternatives, expression: string): void {
  for (const member of splitUnion(expression)) addMember(found, member);
}

function addMember(found: Alternatives, member: string): void {
  const generic = /^(\w+)<(.+)>$/.exec(member);
  if (member.startsWith("'")) {
    found.literals.push(member.slice(1, -1));
  } else if (generic) {
    addGeneric(found, generic[1] ?? '', generic[2] ?? '');
  } else if (isPrimitive(member)) {
    found[member] = true;
  } else if (member !== 'OtherString' && member !== 'never') {
    // An open enum is checked against its known values too: see README.md.
    const type = schema.types[member];
    if (type === undefined) throw new Error(`schema.json has no type ${member}.`);
    if (typeof type === 'string') add(found, type);
    else found.objects.push({ name: member, fields: type });
  }
}

function addGeneric(found: Alternatives, name: string, argument: string): void {
  switch (name) {
    case 'Array':
      found.arrays.push(argument);
      break;
    case 'Map':
      found.maps.push(argument);
      break;
    case 'Emptyable':
      found.empty = true;
      add(found, argument);
      break;
    case 'ApiList':
    case 'ApiSearchResult':
      found.objects.push({ name: `${name}<${argument}>`, fields: listFields(name, argument) });
      break;
    default:
      throw new Error(`Unknown type constructor ${name}.`);
  }
}

/** The SDK declares these two by hand, in lib.d.ts. */
export function listFields(name: 'ApiList' | 'ApiSearchResult', element: string): Fields {
  const common = { data: `Array<${element}>`, has_more: 'boolean', url: 'string' };
  return name === 'ApiList'
    ? { object: "'list'", ...common }
    : {
        object: "'search_result'",
        ...common,
        next_page: 'string|null',
        'total_count?': 'integer',
      };
}

const primitives = [
  'string',
  'integer',
  'number',
  'decimal',
  'boolean',
  'true',
  'null',
  'unknown',
] as const;

function isPrimitive(member: string): member is (typeof primitives)[number] {
  return (primitives as readonly string[]).includes(member);
}

/** Splits at the `|` that are not inside `<...>`. Literals hold neither. */
function splitUnion(expression: string): string[] {
  if (!expression.includes('<')) return expression.split('|');
  const members: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < expression.length; i++) {
    const character = expression[i];
    if (character === '<') depth++;
    else if (character === '>') depth--;
    else if (character === '|' && depth === 0) {
      members.push(expression.slice(start, i));
      start = i + 1;
    }
  }
  members.push(expression.slice(start));
  return members;
}
