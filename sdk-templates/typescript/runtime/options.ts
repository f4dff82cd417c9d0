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

/** Settings of a `CentrifugoRPCClient`; each has a default. */
export interface ClientOptions {
  /** `pubsub` by default. */
  readonly transport?: Transport | undefined;
  /** Limit of `connect()`, and of each call that names none: 30,000 by default. */
  readonly timeoutMs?: number | undefined;
  /** Asked for a token when there is none yet, or when the one in use has expired. */
  readonly getToken?: (() => Promise<string>) | undefined;
  /**
   * Whether a request that may have been lost is sent again, until its call's limit: `true` by default. The server
   * runs it once, however often it comes.
   */
  readonly resend?: boolean | undefined;
  /** Nothing is logged by default. */
  readonly logger?: RpcLogger | undefined;
  /** The contract's layout by default. */
  readonly layout?: Layout | undefined;
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
  /** Calls a method by its wire name and resolves to its result as it travelled. */
  call(method: string, params?: unknown, options?: CallOptions): Promise<unknown>;
}
