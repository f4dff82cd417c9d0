import type { WebSocketConstructor } from './options.js';

/**
 * A WebSocket class whose attempts to connect always end, and that keeps why they failed.
 *
 * Two gaps are closed here. An attempt must bring its first message, the answer to `connect`, in
 * time. And Node's own WebSocket tells of a failed handshake by `error` alone, without the `close`
 * that centrifuge waits for.
 */
export function watched(
  base: WebSocketConstructor,
  timeoutMs: number,
  onFailure: (event: unknown) => void,
): WebSocketConstructor {
  return class WatchedSocket extends base {
    readonly #timer: ReturnType<typeof setTimeout>;

    constructor(url: string) {
      super(url);
      this.#timer = setTimeout(() => {
        this.#fail(new Error(`no answer within ${String(timeoutMs)} ms`));
        super.close();
      }, timeoutMs);
      this.addEventListener('message', () => {
        clearTimeout(this.#timer);
      });
      this.addEventListener('error', (event) => {
        onFailure(event);
        // Later than the `close` that other implementations send: the second one is ignored.
        setTimeout(() => {
          this.#fail(event);
        });
      });
    }

    override close(): void {
      clearTimeout(this.#timer);
      super.close();
    }

    #fail(event: unknown): void {
      clearTimeout(this.#timer);
      onFailure(event);
      this.onclose?.({} as never);
    }
  };
}
