/**
 * The shape of schema.json. Types are written as short TypeScript-like expressions, so that the
 * difference between two SDK versions can be read in a review:
 *
 *   string  integer  number  boolean  true  decimal  null  never  unknown  'literal'  OtherString
 *   Array<T>  Map<T>  Emptyable<T>  ApiList<T>  ApiSearchResult<T>  Name  T | U
 *
 * `OtherString` marks an open enum, `decimal` a number that travels as a string, `never` a key that
 * must be absent.
 */
export interface Schema {
  /** Version of the SDK package and the API version that it pins. */
  sdk: string;
  apiVersion: string;
  operations: OperationSchema[];
  /** `object` value -> type expression of the object. */
  objects: Record<string, string>;
  /** `object` value -> type expression of what a deletion answers with. */
  deleted: Record<string, string>;
  /** Event type -> type expression of `data.object`. */
  events: Record<string, string>;
  /** Type name -> expression (an alias), or its fields; an optional field's key ends in `?`. */
  types: Record<string, string | Record<string, string>>;
}

export type HttpMethod = 'GET' | 'POST' | 'DELETE';

export interface OperationSchema {
  name: string;
  method: HttpMethod;
  path: string;
  /** Name of the params type; absent where the method takes none. */
  params?: string;
  /** Type expression of the answer. */
  response: string;
}
