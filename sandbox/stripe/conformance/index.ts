export { checkAnswer } from './check-answer.ts';
export { checkObject } from './check-object.ts';
export { checkRequest } from './check-request.ts';
export { matchOperation, operations, type Operation } from './operations.ts';
export type { RequestError } from './request-error.ts';
