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

/** One request as it travels. `method` stands before `params`, so that a server can decode them in one pass. */
export function envelope(
  route: Route,
  id: string,
  method: string,
  params: unknown,
  timeoutMs: number,
): object {
  return route.transport === 'rpc'
    ? { $rpc: 1, correlation_id: id, params, timeout_ms: timeoutMs }
    : { correlation_id: id, method, params, reply_to: route.replies, timeout_ms: timeoutMs };
}

/** Size of the frame that carries an envelope, with the longest command id there can be. */
export function frameBytes(route: Route, method: string, data: object): number {
  const command =
    route.transport === 'rpc' ? { rpc: { method, data } } : { publish: { channel: route.requests, data } };
  return new TextEncoder().encode(JSON.stringify({ ...command, id: 0x7fffffff })).length;
}

/** The correlation id of a reply; nothing where the data are no reply. */
export function correlationId(data: unknown): string | undefined {
  const id = isObject(data) ? data['correlation_id'] : undefined;
  return typeof id === 'string' ? id : undefined;
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
