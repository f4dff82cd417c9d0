import * as sdk from 'sdk';

/** How a call ended, as the harness compares it. */
export type Outcome = { readonly result: unknown } | { readonly error: Failure };

/** A failure by its kind, and whatever else its scenario asks for. */
export interface Failure {
  readonly kind: string;
  readonly [member: string]: unknown;
}

const KINDS: readonly [new (...args: never[]) => Error, string][] = [
  [sdk.RpcTimeoutError, 'timeout'],
  [sdk.RpcNotSentError, 'not_sent'],
  [sdk.RpcOutcomeUnknownError, 'outcome_unknown'],
  [sdk.RpcTooLargeError, 'too_large'],
  [sdk.RpcDecodeError, 'invalid_result'],
  [sdk.RpcError, 'rpc'],
  [sdk.RpcUnauthorizedError, 'unauthorized'],
  [sdk.RpcUnreachableError, 'unreachable'],
  [sdk.RpcTlsError, 'tls'],
  [sdk.RpcOriginError, 'origin'],
  [sdk.RpcUnsupportedServerError, 'unsupported'],
];

/** Waits for a call and tells how it ended; never rejects. */
export async function outcomeOf(call: () => Promise<unknown>): Promise<Outcome> {
  try {
    return { result: (await call()) ?? null };
  } catch (error) {
    return { error: failureOf(error) };
  }
}

/** The reason of signals that end a call because a scenario says so. */
export const CANCELLED = new Error('cancelled');

/** What the harness is told of an error. */
export function failureOf(error: unknown): Failure {
  if (error === CANCELLED) {
    return { kind: 'cancelled' };
  }
  const isDeclared = sdk.isTaskMissing(error) || sdk.isTaskLocked(error);
  const kind = KINDS.find(([type]) => error instanceof type)?.[1] ?? 'driver';
  return error instanceof sdk.RpcError
    ? {
        kind,
        class: isDeclared ? error.constructor.name : 'base',
        code: error.code,
        name: error.name,
        message: error.rawMessage,
        details: error.details ?? null,
      }
    : { kind, message: String(error) };
}
