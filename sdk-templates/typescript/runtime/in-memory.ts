import { RpcError, RpcTimeoutError } from './errors.js';
import type { CallOptions, RpcCaller } from './options.js';
import { snapshot } from './snapshot.js';
import { resultOf } from './wire.js';

const DEFAULT_TIMEOUT_MS = 30_000;

/**
 * Functions that answer, by the methods' names on the wire. Each gets the params and gives the result, or a promise
 * of it, or throws an {@link RpcError}; what else it throws reaches the caller as it is.
 */
export type RpcAnswers = Readonly<Record<string, (params: never) => unknown>>;

/**
 * Stands where a client stands, without a network: for tests of what calls an API. All that goes in and out passes
 * through JSON as on the wire; errors arrive as if the server had sent them.
 */
export class InMemoryRPC implements RpcCaller {
  readonly #answers: Map<string, (params: never) => unknown>;

  constructor(answers: RpcAnswers) {
    this.#answers = new Map(Object.entries(answers));
  }

  /** Calls the function of this name and resolves to its result as it would have travelled. */
  async call(
    method: string,
    params?: unknown,
    options: CallOptions = {},
    timeoutMs = DEFAULT_TIMEOUT_MS,
  ): Promise<unknown> {
    const { signal } = options;
    signal?.throwIfAborted();
    const sent = snapshot(method, params ?? {}) as never;
    const limitMs = options.timeoutMs ?? timeoutMs;
    const over = new AbortController();
    const ended = new Promise<() => unknown>((resolve) => {
      const timer = setTimeout(() => {
        resolve(() => {
          throw new RpcTimeoutError(method, `no reply within ${String(limitMs)} ms`);
        });
      }, limitMs);
      over.signal.addEventListener('abort', () => {
        clearTimeout(timer);
      });
      signal?.addEventListener(
        'abort',
        () => {
          resolve(() => {
            signal.throwIfAborted();
          });
        },
        { signal: over.signal },
      );
    });
    const reply = this.#reply(method, sent).then((data) => () => resultOf(method, data));
    try {
      return (await Promise.race([reply, ended]))();
    } finally {
      over.abort();
    }
  }

  async #reply(method: string, params: never): Promise<unknown> {
    const answer = this.#answers.get(method);
    if (answer === undefined) {
      return { error: { code: 404, name: 'method_not_found', message: 'there is no such method' } };
    }
    let reply: object;
    try {
      reply = { result: (await answer(params)) ?? null };
    } catch (error) {
      if (!(error instanceof RpcError)) {
        throw error;
      }
      const { code, name, rawMessage: message, details } = error;
      reply = { error: { code, name, message, details } };
    }
    return JSON.parse(JSON.stringify(reply));
  }
}
