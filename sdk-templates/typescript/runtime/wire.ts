import { declaredError } from './declared.js';
import {
  RpcDecodeError,
  RpcError,
  RpcOutcomeUnknownError,
  RpcTimeoutError,
  type RpcErrorOptions,
} from './errors.js';
import type { Layout, Transport } from './options.js';

/** Who speaks to whom, and how. */
export interface Route {
  readonly transport: Transport;
  readonly requests: string;
  readonly replies: string;
}

/** The channels of a layout for one user. */
export function routeOf(transport: Transport, layout: Layout, userId: string): Route {
  return layout === 'plain'
    ? { transport, requests: 'rpc.requests', replies: `user#${userId}` }
    : { transport, requests: 'rpc:requests', replies: `rpcreply:user#${userId}` };
}

/** What travels of a call. */
export interface Sending {
  readonly id: string;
  readonly method: string;
  readonly params: unknown;
  readonly timeLeftMs: number;
  readonly attempt: number;
  readonly ageMs: number;
}

/** One request as it travels. `method` stands before `params`, so that a server can decode them in one pass. */
export function envelope(route: Route, sending: Sending): object {
  const { id, method, params, timeLeftMs, attempt, ageMs } = sending;
  const timing = { timeout_ms: Math.max(1, timeLeftMs), ...(attempt > 1 && { attempt, age_ms: ageMs }) };
  return route.transport === 'rpc'
    ? { $rpc: 1, correlation_id: id, params, ...timing }
    : { correlation_id: id, method, params, reply_to: route.replies, ...timing };
}

/** The largest frame that may carry a request: sent again and again, with the longest command id there can be. */
export function largestFrame(route: Route, id: string, method: string, params: unknown): string {
  const most = 0x7fffffff;
  const data = envelope(route, { id, method, params, timeLeftMs: most, attempt: most, ageMs: 2 ** 40 });
  const command =
    route.transport === 'rpc' ? { rpc: { method, data } } : { publish: { channel: route.requests, data } };
  return JSON.stringify({ ...command, id: most });
}

/** The correlation id of a reply; nothing where the data are no reply. */
export function correlationId(data: unknown): string | undefined {
  const id = isObject(data) ? data['correlation_id'] : undefined;
  return typeof id === 'string' ? id : undefined;
}

/** The code of the error in a reply, 0 where it holds none. */
export function errorCode(reply: unknown): number {
  const error = isObject(reply) ? reply['error'] : undefined;
  return isObject(error) ? Number(error['code']) : 0;
}

/** The result in a reply; throws the error in it. */
export function resultOf(method: string, reply: unknown): unknown {
  if (isObject(reply)) {
    const error = reply['error'];
    if (isObject(error)) {
      throw callError(method, Number(error['code']), String(error['name']), String(error['message']), {
        details: error['details'],
      });
    }
    if ('result' in reply) {
      return reply['result'];
    }
  }
  throw new RpcDecodeError(method, 'the reply holds neither a result nor an error');
}

/** The error class for a code the server sent. */
export function callError(
  method: string,
  code: number,
  name: string,
  message: string,
  options: RpcErrorOptions,
): RpcError {
  const declared = declaredError(method, code, name, message, options);
  if (declared !== undefined) {
    return declared;
  }
  switch (code) {
    case 408:
      return new RpcTimeoutError(method, message, options);
    case 410:
      return new RpcOutcomeUnknownError(method, message, options);
    default:
      return new RpcError(method, code, name, message, options);
  }
}

function isObject(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null;
}
