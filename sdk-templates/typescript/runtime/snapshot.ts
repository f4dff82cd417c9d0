import { RpcError } from './errors.js';

/** The params as they are now, so that each sending carries the same, whatever becomes of what the caller gave. */
export function snapshot(method: string, params: unknown): unknown {
  try {
    return JSON.parse(JSON.stringify(params));
  } catch (cause) {
    throw new RpcError(method, 422, 'invalid_params', `the params are no JSON: ${String(cause)}`, { cause });
  }
}
