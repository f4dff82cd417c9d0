/// <reference lib="esnext.disposable" preserve="true" />
import { Calls } from './calls.js';
import { Connection, type ConnectionListener, type ConnectionSettings } from './connection.js';
import { contractHash, layout as contractLayout } from './contract.js';
import {
  RpcConnectionError,
  RpcError,
  RpcNotSentError,
  RpcUnreachableError,
  RpcUnsupportedServerError,
} from './errors.js';
import { checkToken, checkUserId } from './identity.js';
import type {
  CallOptions,
  ClientOptions,
  ConnectionState,
  RpcCaller,
  WebSocketConstructor,
} from './options.js';
import { correlationId, routeOf, type Route } from './wire.js';

const DEFAULT_TIMEOUT_MS = 30_000;
const DEFAULT_MAX_FRAME_BYTES = 65_536;
const LONGEST_TIMER_MS = 0x7fffffff;

/** One user's connection to the RPC server through Centrifugo, for any number of calls at a time. */
export class CentrifugoRPCClient implements RpcCaller {
  readonly url: string;
  readonly userId: string;
  readonly #token: string;
  readonly #options: ClientOptions;
  readonly #route: Route;
  readonly #timeoutMs: number;
  readonly #calls: Calls;
  #opening: Promise<void> | undefined;
  #closedBy: RpcConnectionError | undefined;
  #state: ConnectionState = { status: 'disconnected', code: 0, reason: 'connect() was not called' };
  #droppedReplies = 0;
  #isGreeted = false;

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
    this.#calls = new Calls(
      this.#route,
      options.maxFrameBytes ?? DEFAULT_MAX_FRAME_BYTES,
      options.resend ?? true,
    );
  }

  /** How this client stands with Centrifugo. */
  get state(): ConnectionState {
    return this.#state;
  }

  /** How many publications on the reply channel were dropped because another client had sent them. */
  get droppedReplies(): number {
    return this.#droppedReplies;
  }

  /** How many replies came to calls that had ended by then: at their limit, cancelled, or by an earlier reply. */
  get lateReplies(): number {
    return this.#calls.lateReplies;
  }

  /** Connects. Rejects with an {@link RpcConnectionError} that says why not; does nothing when connected. */
  async connect(): Promise<void> {
    if (this.#opening === undefined) {
      this.#calls.connection = new Connection(this.#connectionSettings(), this.#listener());
      this.#enter({ status: 'connecting' });
      this.#opening = this.#open(this.#calls.connection);
    }
    await this.#opening;
  }

  /** Calls a method by its wire name, in the contract or not, and resolves to its result as it travelled. */
  async call(
    method: string,
    params?: unknown,
    options: CallOptions = {},
    timeoutMs = this.#timeoutMs,
  ): Promise<unknown> {
    const { signal } = options;
    signal?.throwIfAborted();
    const limitMs = checkedTimeout(options.timeoutMs ?? timeoutMs);
    if (this.#calls.connection === undefined) {
      throw new RpcNotSentError(method, 'not connected. Call connect() first.', { cause: this.#closedBy });
    }
    return this.#calls.run(method, params ?? {}, limitMs, signal);
  }

  /** Closes the connection; calls without an answer end at once. May be called at any time, also twice. */
  disconnect(): void {
    this.#calls.connection?.close();
  }

  /** The same as `disconnect()`, for `await using`. */
  [Symbol.asyncDispose](): Promise<void> {
    this.disconnect();
    return Promise.resolve();
  }

  async #open(connection: Connection): Promise<void> {
    const { strict = false, logger } = this.#options;
    await connection.open();
    // Nobody waits for it, and nothing fails, unless the client is strict.
    const greeting = this.#isGreeted ? undefined : this.#greet();
    if (strict) {
      await greeting?.catch((error: unknown) => {
        // A call that ended with the connection has the reason as its cause.
        const cause =
          error instanceof RpcError && error.cause instanceof RpcConnectionError ? error.cause : error;
        const failure =
          cause instanceof RpcConnectionError
            ? cause
            : new RpcUnsupportedServerError(String(cause), { cause });
        connection.close(failure);
        throw failure;
      });
    } else {
      greeting?.catch((error: unknown) => logger?.debug(String(error)));
    }
  }

  /** Asks the server whether it was built of the same contract. */
  async #greet(): Promise<void> {
    const hello = (params: object): Promise<unknown> =>
      this.#calls.run('system.hello', params, this.#timeoutMs);
    const { same } = (await hello({ contract_hash: contractHash })) as { same: boolean };
    const text = same
      ? undefined
      : await (await import('./contract-difference.js')).contractDifference(hello);
    if (text !== undefined) {
      if (this.#options.strict === true) {
        throw new RpcUnsupportedServerError(text);
      }
      this.#options.logger?.warn(text);
    }
    this.#isGreeted = true;
  }

  #listener(): ConnectionListener {
    return {
      onState: (state) => {
        this.#enter(state);
      },
      onClosed: (error) => {
        this.#opening = undefined;
        this.#closedBy = error;
        this.#calls.endAll(error);
        this.#enter({ status: 'disconnected', code: error.code, reason: error.message });
      },
      onPublication: (data, isFromClient) => {
        this.#receive(data, isFromClient);
      },
    };
  }

  #enter(state: ConnectionState): void {
    this.#state = state;
    this.#tell('onState', state, this.#options.onState);
    if (state.status === 'connected') {
      this.#calls.sendWaiting();
    } else if (state.status === 'reconnecting') {
      this.#calls.noteLoss();
    }
  }

  /** Calls a hook later, so that it cannot call back into the middle of things; one after the other. */
  #tell<T>(name: string, value: T, hook: ((value: T) => void) | undefined): void {
    if (hook !== undefined) {
      Promise.resolve(value)
        .then(hook)
        .catch((error: unknown) => this.#options.logger?.error(`${name} failed`, error));
    }
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

  #receive(data: unknown, isFromClient: boolean): void {
    const { logger, onPublication } = this.#options;
    if (isFromClient) {
      this.#droppedReplies += 1;
      logger?.warn(`dropped a publication on ${this.#route.replies} that came from a client`);
      return;
    }
    const id = correlationId(data);
    if (id !== undefined) {
      this.#calls.receive(id, data);
      return;
    }
    this.#tell('onPublication', data, onPublication);
  }
}

function checkedTimeout(timeoutMs: number): number {
  if (!(timeoutMs > 0)) {
    throw new RangeError(`timeoutMs is ${String(timeoutMs)}, and must be more than 0`);
  }
  return Math.min(timeoutMs, LONGEST_TIMER_MS);
}
