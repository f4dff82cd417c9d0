/// <reference lib="esnext.disposable" preserve="true" />
import {
  type CommandError,
  Connection,
  type ConnectionListener,
  type ConnectionSettings,
} from './connection.js';
import { layout as contractLayout } from './contract.js';
import {
  RpcConnectionError,
  RpcError,
  RpcNotSentError,
  RpcOutcomeUnknownError,
  RpcTimeoutError,
  RpcTooLargeError,
  RpcUnreachableError,
} from './errors.js';
import { checkToken, checkUserId } from './identity.js';
import type { CallOptions, ClientOptions, RpcCaller, WebSocketConstructor } from './options.js';
import { PendingCall } from './pending-call.js';
import { refusal } from './refusal.js';
import { correlationId, envelope, frameBytes, resultOf, routeOf, type Route } from './wire.js';

const DEFAULT_TIMEOUT_MS = 30_000;
const DEFAULT_MAX_FRAME_BYTES = 65_536;
const LONGEST_TIMER_MS = 0x7fffffff;
const REPEAT_WITH_CARE = 'The server may have run it; repeat only if that is safe.';

/** One user's connection to the RPC server through Centrifugo, for any number of calls at a time. */
export class CentrifugoRPCClient implements RpcCaller {
  readonly url: string;
  readonly userId: string;
  readonly #token: string;
  readonly #options: ClientOptions;
  readonly #route: Route;
  readonly #timeoutMs: number;
  readonly #pending = new Map<string, PendingCall>();
  #connection: Connection | undefined;
  #opening: Promise<void> | undefined;
  #closedBy: RpcConnectionError | undefined;
  #droppedReplies = 0;

  /**
   * @param url - Centrifugo's address, `wss://host/connection/websocket`
   * @param token - the user's connection token; may be empty where the options have a `getToken`
   * @param userId - the user, who must be the token's `sub`
   */
  constructor(url: string, token: string, userId: string, options: ClientOptions = {}) {
    this.url = url;
    this.userId = userId;
    this.#token = token;
    this.#options = options;
    this.#route = routeOf(options.transport ?? 'pubsub', options.layout ?? contractLayout, userId);
    this.#timeoutMs = checkedTimeout(options.timeoutMs ?? DEFAULT_TIMEOUT_MS);
  }

  /** How many publications on the reply channel were dropped because another client had sent them. */
  get droppedReplies(): number {
    return this.#droppedReplies;
  }

  /** Connects. Rejects with an {@link RpcConnectionError} that says why not; does nothing when connected. */
  async connect(): Promise<void> {
    if (this.#opening === undefined) {
      this.#connection = new Connection(this.#connectionSettings(), this.#listener());
      this.#opening = this.#connection.open();
    }
    await this.#opening;
  }

  /** Calls a method by its wire name, in the contract or not, and resolves to its result as it travelled. */
  async call(method: string, params?: unknown, options: CallOptions = {}): Promise<unknown> {
    const { signal } = options;
    signal?.throwIfAborted();
    const timeoutMs = checkedTimeout(options.timeoutMs ?? this.#timeoutMs);
    if (this.#connection === undefined) {
      throw new RpcNotSentError(method, 'not connected. Call connect() first.', { cause: this.#closedBy });
    }
    const call = new PendingCall(method, params ?? {}, timeoutMs);
    this.#checkSize(call);
    const abandon = (): void => {
      call.resolve(undefined);
    };
    const timer = setTimeout(() => {
      call.reject(this.#lateError(call));
    }, timeoutMs);
    signal?.addEventListener('abort', abandon);
    this.#pending.set(call.id, call);
    if (this.#connection.isReady) {
      void this.#send(call, this.#connection);
    }
    try {
      const result = await call.outcome;
      signal?.throwIfAborted();
      return result;
    } finally {
      this.#pending.delete(call.id);
      clearTimeout(timer);
      signal?.removeEventListener('abort', abandon);
    }
  }

  /** Closes the connection; calls without an answer end at once. May be called at any time, also twice. */
  disconnect(): void {
    this.#connection?.close();
  }

  /** The same as `disconnect()`, for `await using`. */
  [Symbol.asyncDispose](): Promise<void> {
    this.disconnect();
    return Promise.resolve();
  }

  #listener(): ConnectionListener {
    return {
      onReady: () => {
        this.#sendWaiting();
      },
      onLost: () => {
        this.#noteLoss();
      },
      onClosed: (error) => {
        this.#endAll(error);
      },
      onPublication: (data, isFromClient) => {
        this.#receive(data, isFromClient);
      },
    };
  }

  #connectionSettings(): ConnectionSettings {
    const { getToken, logger, websocket } = this.#options;
    if (!/^wss?:\/\/./.test(this.url)) {
      throw new RpcUnreachableError(
        `${JSON.stringify(this.url)}: the address must start with ws:// or wss://`,
      );
    }
    checkUserId(this.userId);
    if (this.#token !== '' || getToken === undefined) {
      checkToken(this.#token, this.userId);
    }
    const socket: unknown = websocket ?? Reflect.get(globalThis, 'WebSocket');
    if (socket === undefined) {
      throw new RpcConnectionError(
        "there is no global WebSocket here. Use Node 22 or later, or pass { websocket: WebSocket } of the package 'ws'",
      );
    }
    return {
      url: this.url,
      token: this.#token,
      route: this.#route,
      timeoutMs: this.#timeoutMs,
      websocket: socket as WebSocketConstructor,
      logger,
      getToken:
        getToken &&
        (async () => {
          const token = await getToken();
          checkToken(token, this.userId);
          return token;
        }),
    };
  }

  #checkSize(call: PendingCall): void {
    const limit = this.#options.maxFrameBytes ?? DEFAULT_MAX_FRAME_BYTES;
    let size: number;
    try {
      size = frameBytes(this.#route, call.method, this.#envelope(call));
    } catch (cause) {
      throw new RpcError(call.method, 422, 'invalid_params', `the params are no JSON: ${String(cause)}`, {
        cause,
      });
    }
    if (size > limit) {
      throw new RpcTooLargeError(
        call.method,
        `the request needs a frame of ${String(size)} bytes, the limit is ${String(limit)}. ` +
          'Send less, or raise websocket.message_size_limit in Centrifugo and maxFrameBytes here.',
      );
    }
  }

  #envelope(call: PendingCall): object {
    return envelope(this.#route, call.id, call.method, call.params, call.timeLeftMs);
  }

  async #send(call: PendingCall, connection: Connection): Promise<void> {
    call.phase = 'sent';
    try {
      const reply = await connection.send(call.method, this.#envelope(call));
      if (this.#route.transport === 'rpc') {
        settle(call, reply);
      } else {
        call.phase = 'accepted';
      }
    } catch (error) {
      this.#notAccepted(call, error as CommandError);
    }
  }

  #notAccepted(call: PendingCall, error: CommandError): void {
    if (error.isRefusal) {
      call.reject(refusal(call.method, error.code, error.message, error));
    } else if (error.isUnsent) {
      call.phase = 'waiting';
    } else if (this.#route.transport === 'rpc') {
      call.reject(lostError(call, error));
    } else {
      // The request may have arrived, and its reply may still come after the reconnect.
      call.wasConnectionLost = true;
    }
  }

  #sendWaiting(): void {
    for (const call of this.#pending.values()) {
      if (call.phase === 'waiting' && this.#connection !== undefined) {
        void this.#send(call, this.#connection);
      }
    }
  }

  #noteLoss(): void {
    for (const call of this.#pending.values()) {
      call.wasConnectionLost ||= call.phase !== 'waiting';
    }
  }

  #endAll(error: RpcConnectionError): void {
    this.#connection = undefined;
    this.#opening = undefined;
    this.#closedBy = error;
    for (const call of this.#pending.values()) {
      call.reject(
        call.phase === 'waiting'
          ? new RpcNotSentError(call.method, `not sent: ${error.message}. It is safe to repeat.`, {
              cause: error,
            })
          : lostError(call, error),
      );
    }
  }

  #receive(data: unknown, isFromClient: boolean): void {
    const { logger, onPublication } = this.#options;
    if (isFromClient) {
      this.#droppedReplies += 1;
      logger?.warn(`dropped a publication on ${this.#route.replies} that came from a client`);
      return;
    }
    const id = correlationId(data);
    if (id !== undefined) {
      // No such call: it has ended, or it is another tab's.
      const call = this.#pending.get(id);
      if (call !== undefined) {
        settle(call, data);
      }
      return;
    }
    try {
      onPublication?.(data);
    } catch (error) {
      logger?.error('onPublication failed', error);
    }
  }

  #lateError(call: PendingCall): RpcError {
    const { method, phase, timeoutMs, wasConnectionLost } = call;
    const limit = `${String(timeoutMs)} ms`;
    if (phase === 'waiting') {
      return new RpcNotSentError(method, `not sent: no connection within ${limit}. It is safe to repeat.`);
    }
    if (wasConnectionLost) {
      return new RpcOutcomeUnknownError(
        method,
        `the connection was lost and no reply came within ${limit}. ${REPEAT_WITH_CARE}`,
      );
    }
    return phase === 'sent' && this.#route.transport === 'pubsub'
      ? new RpcOutcomeUnknownError(
          method,
          `nothing acknowledged the request within ${limit}. ${REPEAT_WITH_CARE}`,
        )
      : new RpcTimeoutError(method, `no reply within ${limit}. ${REPEAT_WITH_CARE}`);
  }
}

function settle(call: PendingCall, reply: unknown): void {
  try {
    call.resolve(resultOf(call.method, reply));
  } catch (error) {
    call.reject(error as RpcError);
  }
}

function lostError(call: PendingCall, cause: Error): RpcError {
  return new RpcOutcomeUnknownError(
    call.method,
    `the connection went while the call was under way: ${cause.message}. ${REPEAT_WITH_CARE}`,
    { cause },
  );
}

function checkedTimeout(timeoutMs: number): number {
  if (!(timeoutMs > 0)) {
    throw new RangeError(`timeoutMs is ${String(timeoutMs)}, and must be more than 0`);
  }
  return Math.min(timeoutMs, LONGEST_TIMER_MS);
}
