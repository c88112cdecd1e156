import { checkAnswer, checkObject } from '../conformance/index.ts';

/**
 * Compares what leaves the sandbox with the SDK's types, so that any test that talks to it also
 * tests that it has not drifted.
 */
export class Conformance {
  readonly differences: string[] = [];

  /** An answer of the API. One with an error status must hold an `error`, or the SDK takes it for success. */
  answered(method: string, path: string, answer: { status: number; body: object }): void {
    const found =
      answer.status < 400
        ? checkAnswer(method, path, answer.body)
        : isError(answer.body)
          ? []
          : ['an error without `error.type` and `error.message`'];
    this.note(`${method} ${path}`, found);
  }

  /** An event as it goes to an endpoint. */
  sent(event: object): void {
    this.note(`event ${String(Reflect.get(event, 'type'))}`, checkObject(event));
  }

  private note(where: string, found: readonly string[]): void {
    for (const line of found) {
      const difference = `${where}: ${line}`;
      if (!this.differences.includes(difference)) this.differences.push(difference);
    }
  }
}

function isError(body: object): boolean {
  const error: unknown = Reflect.get(body, 'error');
  return (
    typeof error === 'object' &&
    error !== null &&
    typeof Reflect.get(error, 'type') === 'string' &&
    typeof Reflect.get(error, 'message') === 'string'
  );
}
