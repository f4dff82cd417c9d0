import { declaredErrors } from './declared-errors.js';
import type { DeclaredErrorOptions, RpcError, RpcErrorOptions } from './errors.js';

/** An error that methods declare: its code, and the class that it is to the program. */
export interface Declared {
  readonly code: number;
  readonly hasDetails: boolean;
  readonly type: new (method: string, message: string, options: DeclaredErrorOptions<never>) => RpcError;
}

/** An error of a class of its own; nothing where the server means another one, or one that is newer than this SDK. */
export function declaredError(
  method: string,
  code: number,
  name: string,
  message: string,
  options: RpcErrorOptions,
): RpcError | undefined {
  const declared = Object.hasOwn(declaredErrors, name) ? declaredErrors[name] : undefined;
  const { details, cause } = options;
  const hasDetails = typeof details === 'object' && details !== null;
  if (declared?.code !== code || (declared.hasDetails && !hasDetails)) {
    return undefined;
  }
  // As with results, what is inside has the type that the contract says.
  return new declared.type(method, message, {
    details: details as never,
    ...(cause !== undefined && { cause }),
  });
}
