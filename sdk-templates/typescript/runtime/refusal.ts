import { type RpcError, RpcOutcomeUnknownError } from './errors.js';
import type { Transport } from './options.js';
import { callError } from './wire.js';

// Codes from 400 on come from the RPC server's publish proxy, those below from Centrifugo itself.
const NAMES: Record<number, string> = {
  400: 'bad_request',
  401: 'unauthenticated',
  403: 'permission_denied',
  404: 'method_not_found',
  408: 'deadline_exceeded',
  409: 'conflict',
  410: 'outcome_unknown',
  413: 'too_large',
  422: 'invalid_params',
  429: 'overloaded',
  499: 'cancelled',
  500: 'internal',
  503: 'unavailable',
};

const SAME_AS: Record<number, number> = { 101: 401, 103: 403, 109: 401, 110: 401, 111: 429 };

const SETTINGS: Record<number, string> = {
  102: "channel.namespaces: this SDK's layout must be the configured one",
  104: 'rpc.namespaces',
  107: "channel.max_length and the namespace's publication_data_format",
  108: 'publish_proxy_enabled of the request channel, or rpc.without_namespace.proxy_enabled',
};

/** The end of a message about a call that may have been run. */
export const REPEAT_WITH_CARE = 'The server may have run it; repeat only if that is safe.';

/** The error of a call that may have been run. */
export function outcomeUnknown(method: string, why: string, cause?: Error): RpcError {
  return new RpcOutcomeUnknownError(method, `${why}. ${REPEAT_WITH_CARE}`, { cause });
}

// Centrifugo's own limit for an answer of the RPC server is a second, unless it is set.
const MAYBE_PROXY_LIMIT_MS = 900;

/** What Centrifugo's error 100 means, which it gives whenever the RPC server fails it. */
export function noProperAnswer(transport: Transport, elapsedMs: number): string {
  const setting = transport === 'rpc' ? 'rpc.proxy.timeout' : 'channel.proxy.publish.timeout';
  return `Centrifugo got no proper answer from the RPC server ${
    elapsedMs < MAYBE_PROXY_LIMIT_MS
      ? '(100)'
      : `within ${String(elapsedMs)} ms (100; see its setting ${setting})`
  }`;
}

/** What an error that Centrifugo answered with means for a call. */
export function refusal(
  method: string,
  transport: Transport,
  cause: Error & { code: number },
  elapsedMs: number,
): RpcError {
  const { code, message } = cause;
  if (code === 100) {
    return outcomeUnknown(method, noProperAnswer(transport, elapsedMs), cause);
  }
  const setting = SETTINGS[code];
  if (setting !== undefined) {
    const text = `Centrifugo is not set up for this call: ${message} (${String(code)}). See its setting ${setting}.`;
    return callError(method, code, 'misconfigured', text, { cause });
  }
  const meaning = SAME_AS[code] ?? code;
  return callError(method, meaning, NAMES[meaning] ?? 'error', message, { cause });
}
