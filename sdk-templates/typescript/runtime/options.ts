/** How calls travel: published to a channel, or as Centrifugo's own `rpc` command. */
export type Transport = 'pubsub' | 'rpc';

/** How channels are named: `rpc.requests`, or `rpc:requests` in a namespace of its own. */
export type Layout = 'plain' | 'namespaced';

/** Where the client tells what it does; `console` fits. Tokens and payloads never appear. */
export interface RpcLogger {
  debug(message: string): void;
  info(message: string): void;
  warn(message: string): void;
  error(message: string, cause?: unknown): void;
}

/** What this SDK needs of a WebSocket. */
export interface WebSocketLike {
  onclose: ((event: never) => void) | null;
  addEventListener(type: 'message' | 'error', listener: (event: unknown) => void): void;
  close(): void;
}

/** A WebSocket class: the global one, or that of the package `ws`. */
export type WebSocketConstructor = new (url: string) => WebSocketLike;

/** How a client stands with Centrifugo. */
export type ConnectionState =
  | { readonly status: 'connecting' }
  | { readonly status: 'connected' }
  /** The connection broke; the next attempt to restore it comes within `delayMs`. */
  | {
      readonly status: 'reconnecting';
      readonly delayMs: number;
      readonly code: number;
      readonly reason: string;
    }
  /** Not connected yet, or for good: by `disconnect()`, with code 0, or because it would not help to go on. */
  | { readonly status: 'disconnected'; readonly code: number; readonly reason: string };

/** Settings of a `CentrifugoRPCClient`; each has a default. */
export interface ClientOptions {
  /** `pubsub` by default. */
  readonly transport?: Transport | undefined;
  /** Limit of `connect()`, and of each call without one of its own or its method's: 30,000 by default. */
  readonly timeoutMs?: number | undefined;
  /**
   * Asked for a token when there is none yet, and whenever the one in use runs out; the connection lives on
   * meanwhile. Asked again later when it fails, unless with an `RpcUnauthorizedError`: that ends the connection.
   */
  readonly getToken?: (() => Promise<string>) | undefined;
  /**
   * Whether a request that may have been lost is sent again, until its call's limit: `true` by default. The server
   * runs it once, however often it comes.
   */
  readonly resend?: boolean | undefined;
  /**
   * Whether `connect()` fails where the server lacks methods of this SDK, or has others by their names: `false` by
   * default, when a warning is all.
   */
  readonly strict?: boolean | undefined;
  /** Nothing is logged by default. */
  readonly logger?: RpcLogger | undefined;
  /** The contract's layout by default. */
  readonly layout?: Layout | undefined;
  /** Gets each new state of the connection. */
  readonly onState?: ((state: ConnectionState) => void) | undefined;
  /** Gets what the server publishes on the reply channel besides replies. */
  readonly onPublication?: ((data: unknown) => void) | undefined;
  /** Largest frame to send, 65,536 by default: Centrifugo's `websocket.message_size_limit`. */
  readonly maxFrameBytes?: number | undefined;
  /** The WebSocket class, where there is no global one: Node 20. */
  readonly websocket?: WebSocketConstructor | undefined;
}

/** Settings of one call. */
export interface CallOptions {
  /** Limit of this call, waiting for a connection included. */
  readonly timeoutMs?: number | undefined;
  /** Ends the call early: it rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** Whatever carries calls: the generated functions need nothing else of a client. */
export interface RpcCaller {
  /**
   * Calls a method by its wire name and resolves to its result as it travelled.
   *
   * @param timeoutMs - the method's own limit, where the options name none
   */
  call(method: string, params?: unknown, options?: CallOptions, timeoutMs?: number): Promise<unknown>;
}
