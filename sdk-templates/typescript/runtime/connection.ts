import { Centrifuge, State, SubscriptionState, UnauthorizedError, type Subscription } from 'centrifuge';

import { closed, diagnosed, placeOf } from './connect-failure.js';
import { sdkVersion } from './contract.js';
import { RpcConnectionError, RpcUnauthorizedError, RpcUnreachableError } from './errors.js';
import type { ConnectionState, RpcLogger, WebSocketConstructor } from './options.js';
import { watched } from './watched-socket.js';
import type { Route } from './wire.js';

// Calls have limits of their own; centrifuge's only has to be longer than any of the server's.
const COMMAND_TIMEOUT_MS = 600_000;

const FIRST_RECONNECT_MS = 200;
const LONGEST_RECONNECT_MS = 20_000;

const WRITE_FAILED = 10;
const FIRST_SERVER_CODE = 100;
const ALREADY_SUBSCRIBED = 105;
const TOKEN_EXPIRED = 109;

/** What a connection is made of. */
export interface ConnectionSettings {
  readonly url: string;
  readonly token: string;
  readonly route: Route;
  readonly timeoutMs: number;
  readonly getToken: (() => Promise<string>) | undefined;
  readonly websocket: WebSocketConstructor;
  readonly logger: RpcLogger | undefined;
}

/** What a connection tells its client. */
export interface ConnectionListener {
  /** Requests may go out, or the connection broke and is being restored. */
  onState(state: ConnectionState): void;
  /** The connection is gone for good. */
  onClosed(error: RpcConnectionError): void;
  /** Something was published on the reply channel, by the server or by another client. */
  onPublication(data: unknown, isFromClient: boolean): void;
}

/** A command that Centrifugo did not answer with a result. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  readonly code: number;

  constructor(error: { code: number; message: string }) {
    super(error.message);
    this.code = error.code;
  }

  /** Nothing was written. */
  get isUnsent(): boolean {
    return this.code === WRITE_FAILED;
  }

  /** Centrifugo answered, with an error. */
  get isRefusal(): boolean {
    return this.code >= FIRST_SERVER_CODE;
  }
}

/** One client connection to Centrifugo; the only place that knows the `centrifuge` library. */
export class Connection {
  readonly #settings: ConnectionSettings;
  readonly #listener: ConnectionListener;
  readonly #client: Centrifuge;
  /** The address without its query, for messages. */
  readonly #place: string;
  #subscription: Subscription | undefined;
  #isServerSubscribed = false;
  #isReady = false;
  #isEnded = false;
  #failedAttempts = 0;
  #failure: unknown;
  #opening: { resolve: () => void; reject: (error: Error) => void } | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(settings: ConnectionSettings, listener: ConnectionListener) {
    this.#settings = settings;
    this.#listener = listener;
    this.#place = placeOf(settings.url);
    this.#client = new Centrifuge(settings.url, {
      token: settings.token,
      name: 'centrifugo-rpc',
      version: sdkVersion,
      timeout: COMMAND_TIMEOUT_MS,
      minReconnectDelay: FIRST_RECONNECT_MS,
      maxReconnectDelay: LONGEST_RECONNECT_MS,
      websocket: watched(settings.websocket, settings.timeoutMs, (failure) => {
        this.#failure = failure;
      }),
      getToken: settings.getToken === undefined ? null : () => this.#freshToken(),
    });
  }

  get isReady(): boolean {
    return this.#isReady;
  }

  /** Connects and, for pub/sub, waits for the reply channel. A first attempt that fails is not repeated. */
  open(): Promise<void> {
    const { timeoutMs, route } = this.#settings;
    return new Promise((resolve, reject) => {
      this.#opening = { resolve, reject };
      this.#timer = setTimeout(() => {
        this.#end(new RpcUnreachableError(`${this.#place}: not connected within ${String(timeoutMs)} ms`));
      }, timeoutMs);
      this.#listen();
      if (route.transport === 'pubsub') {
        this.#subscribe();
      }
      this.#client.connect();
    });
  }

  /** Hands a request over; resolves to the reply for `rpc`, to nothing for `pubsub`. */
  async send(method: string, data: object): Promise<unknown> {
    const { transport, requests } = this.#settings.route;
    try {
      const answer: { data?: unknown } =
        transport === 'rpc'
          ? await this.#client.rpc(method, data)
          : await this.#client.publish(requests, data);
      return answer.data;
    } catch (error) {
      throw new CommandError(error as { code: number; message: string });
    }
  }

  /** Tells the server that nobody waits for a call any more. Nobody waits for the answer either. */
  cancel(id: string): void {
    const { transport } = this.#settings.route;
    if (this.#isReady) {
      const cancelled = { correlation_id: id };
      this.send('system.cancel', transport === 'rpc' ? cancelled : { ...cancelled, cancel: true }).catch(
        (error: unknown) => {
          this.#settings.logger?.debug(`cancelling a call failed: ${String(error)}`);
        },
      );
    }
  }

  close(error = new RpcConnectionError('disconnect() was called')): void {
    this.#end(error);
  }

  #listen(): void {
    const { route } = this.#settings;
    const onServerSide = (channel: string, isSubscribed: boolean): void => {
      if (channel === route.replies) {
        this.#isServerSubscribed = isSubscribed;
        this.#update();
      }
    };
    this.#client
      .on('connected', () => {
        this.#update();
      })
      .on('connecting', ({ code, reason }) => {
        this.#lost(code, reason);
      })
      .on('disconnected', ({ code, reason }) => {
        // Zero is our own disconnect.
        if (code > 0) {
          this.#end(closed(this.#place, code, reason, this.#failure));
        }
      })
      .on('error', ({ type, error }) => {
        this.#failed(type, error);
      })
      .on('subscribed', ({ channel }) => {
        onServerSide(channel, true);
      })
      .on('subscribing', ({ channel }) => {
        onServerSide(channel, false);
      })
      .on('unsubscribed', ({ channel }) => {
        onServerSide(channel, false);
        if (channel === route.replies) {
          this.#lost(0, `the token no longer subscribes to ${channel}`);
          this.#subscribe();
        }
      })
      .on('publication', (publication) => {
        if (publication.channel === route.replies) {
          this.#listener.onPublication(publication.data, publication.info !== undefined);
        }
      });
  }

  #subscribe(): void {
    const { route } = this.#settings;
    this.#subscription = this.#client
      .newSubscription(route.replies)
      .on('subscribed', () => {
        this.#update();
      })
      .on('subscribing', ({ code, reason }) => {
        // Otherwise the client is about to say what happened to the whole connection.
        if (this.#client.state === State.Connected) {
          this.#lost(code, reason);
        }
      })
      .on('unsubscribed', ({ code, reason }) => {
        if (code !== ALREADY_SUBSCRIBED) {
          this.#end(closed(this.#place, code, reason, undefined));
          return;
        }
        // The token names the channel. Its publications reach the client only without this subscription.
        this.#client.removeSubscription(this.#subscription ?? null);
        this.#subscription = undefined;
        this.#isServerSubscribed = true;
        this.#update();
      })
      .on('error', ({ type, error }) => {
        this.#failed(type, error);
      })
      .on('publication', ({ data, info }) => {
        this.#listener.onPublication(data, info !== undefined);
      });
    this.#subscription.subscribe();
  }

  /**
   * Lets requests out once replies can come in. Not before centrifuge has handed on the publications that it
   * recovered, as there may be replies among them, and has ended the batch in which it subscribes: what joins
   * that makes a frame of any size.
   */
  #update(): void {
    setTimeout(() => {
      const isHeard = this.#client.state === State.Connected && this.#hearsReplies();
      if (this.#isReady || this.#isEnded || !isHeard) {
        return;
      }
      this.#isReady = true;
      this.#failedAttempts = 0;
      clearTimeout(this.#timer);
      this.#settings.logger?.info(`${this.#place}: connected`);
      this.#listener.onState({ status: 'connected' });
      this.#opening?.resolve();
      this.#opening = undefined;
    });
  }

  #hearsReplies(): boolean {
    return (
      this.#settings.route.transport === 'rpc' ||
      (this.#subscription === undefined
        ? this.#isServerSubscribed
        : this.#subscription.state === SubscriptionState.Subscribed)
    );
  }

  #lost(code: number, reason: string): void {
    if (this.#isReady && !this.#isEnded) {
      this.#isReady = false;
      this.#settings.logger?.warn(`${this.#place}: connection lost (${reason}), restoring it`);
      this.#reconnecting(code, reason);
    }
  }

  #reconnecting(code: number, reason: string): void {
    // centrifuge waits for some time between the shortest delay and this one.
    const delayMs = Math.min(LONGEST_RECONNECT_MS, FIRST_RECONNECT_MS * (1 + 2 ** this.#failedAttempts));
    this.#failedAttempts += 1;
    this.#listener.onState({ status: 'reconnecting', delayMs, code, reason });
  }

  #failed(type: string, error: { code: number; message: string }): void {
    const { url, getToken, logger } = this.#settings;
    if (this.#opening === undefined) {
      logger?.warn(`${this.#place}: ${type}: ${error.message} (${String(error.code)})`);
      if (!this.#isReady && !this.#isEnded) {
        this.#reconnecting(error.code, error.message);
      }
    } else if (type === 'transport') {
      this.#stop();
      void diagnosed(url, this.#failure ?? error).then((failure) => {
        this.#end(failure);
      });
    } else if (type === 'connectToken') {
      this.#end(new RpcUnauthorizedError('getToken failed', { cause: this.#failure }));
    } else if (error.code !== TOKEN_EXPIRED || getToken === undefined) {
      this.#end(closed(this.#place, error.code, error.message, this.#failure));
    }
  }

  async #freshToken(): Promise<string> {
    const { getToken, timeoutMs } = this.#settings;
    try {
      const limit = AbortSignal.timeout(timeoutMs);
      const late = new Promise<never>((_, reject) => {
        limit.addEventListener('abort', () => {
          reject(new Error(`no token within ${String(timeoutMs)} ms`));
        });
      });
      return (await Promise.race([getToken?.(), late])) ?? '';
    } catch (failure) {
      this.#failure = failure;
      // centrifuge asks again later after any error but this one.
      throw failure instanceof RpcUnauthorizedError ? new UnauthorizedError(failure.message) : failure;
    }
  }

  #end(error: RpcConnectionError): void {
    if (!this.#isEnded) {
      this.#isEnded = true;
      this.#isReady = false;
      clearTimeout(this.#timer);
      this.#stop();
      if (this.#opening === undefined && error.code > 0) {
        this.#settings.logger?.error(error.message);
      }
      this.#opening?.reject(error);
      this.#listener.onClosed(error);
    }
  }

  #stop(): void {
    // centrifuge writes a command some microtasks after it was given one. Without a transport by
    // then, the command would never be written and yet keep its timer, so what was begun goes first.
    setTimeout(() => {
      this.#client.disconnect();
    });
  }
}
