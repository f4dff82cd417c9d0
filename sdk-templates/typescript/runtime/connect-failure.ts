import {
  RpcConnectionError,
  RpcOriginError,
  RpcTlsError,
  RpcUnauthorizedError,
  RpcUnreachableError,
  RpcUnsupportedServerError,
} from './errors.js';

const PROBE_TIMEOUT_MS = 3_000;
const TLS_CODE = /CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO_|EPROTO/;

const LAYOUT_HINT = "Centrifugo's configuration must serve the channels of this SDK's layout.";
const TOKEN_HINT = 'Pass a fresh token, or a getToken that fetches one.';
const HINTS: Record<number, string> = {
  1: TOKEN_HINT,
  102: LAYOUT_HINT,
  103: LAYOUT_HINT,
  109: TOKEN_HINT,
  3500: 'It must be signed with the key in client.token.hmac_secret_key.',
};

const UNAUTHORIZED = new Set([1, 101, 109, 110, 3500, 3507]);
const UNSUPPORTED = new Set([2, 102, 103, 104, 107, 108, 3501, 3506, 3508]);

/** A URL without its query, which may hold secrets. */
export function placeOf(url: string): string {
  return url.replace(/\?.*/, '');
}

/** The error for a connection that Centrifugo refused or ended, by its code. */
export function closed(place: string, code: number, reason: string, cause: unknown): RpcConnectionError {
  const hint = HINTS[code];
  const text =
    cause instanceof RpcUnauthorizedError
      ? `${place}: getToken: ${cause.message}`
      : `${place}: ${reason} (${String(code)})${hint === undefined ? '' : `. ${hint}`}`;
  const options = { code, cause };
  if (UNAUTHORIZED.has(code)) {
    return new RpcUnauthorizedError(text, options);
  }
  return UNSUPPORTED.has(code)
    ? new RpcUnsupportedServerError(text, options)
    : new RpcConnectionError(text, options);
}

/**
 * The error for a WebSocket that did not open. The package `ws` says why; browsers and Node's own
 * WebSocket do not, so plain HTTP is asked what it meets at the same address.
 */
export async function diagnosed(url: string, failure: unknown): Promise<RpcConnectionError> {
  const place = placeOf(url);
  let cause = (failure as { error?: unknown }).error ?? failure;
  const status = /response: (\d+)/.exec(textOf(cause))?.[1];
  if (status === '403') {
    return new RpcOriginError(
      `${place}: this origin is refused (HTTP 403). Add it to client.allowed_origins.`,
      { cause },
    );
  }
  if (status !== undefined) {
    return unsupported(place, `HTTP ${status}`, cause);
  }
  if (codeOf(cause) === '') {
    try {
      await fetch(url.replace(/^ws/, 'http'), {
        method: 'HEAD',
        mode: 'no-cors',
        signal: AbortSignal.timeout(PROBE_TIMEOUT_MS),
      });
      const page: unknown = Reflect.get(globalThis, 'origin');
      return typeof page === 'string'
        ? new RpcOriginError(
            `${place}: the server answers, but no WebSocket for ${page}. Add it to client.allowed_origins.`,
            { cause },
          )
        : unsupported(place, 'HTTP', cause);
    } catch (error) {
      cause = (error as { cause?: unknown }).cause ?? error;
    }
  }
  return TLS_CODE.test(codeOf(cause))
    ? new RpcTlsError(`${place}: ${textOf(cause)}`, { cause })
    : new RpcUnreachableError(`${place}: ${textOf(cause)}`, { cause });
}

function unsupported(place: string, answer: string, cause: unknown): RpcConnectionError {
  return new RpcUnsupportedServerError(
    `${place}: answers with ${answer}, not as a WebSocket. Centrifugo's address ends in /connection/websocket.`,
    { cause },
  );
}

function textOf(error: unknown): string {
  return String((error as { message?: unknown }).message);
}

function codeOf(error: unknown): string {
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string' ? code : '';
}
