import type { CommandError, Connection } from './connection.js';
import { type RpcError, RpcNotSentError, RpcTimeoutError, RpcTooLargeError } from './errors.js';
import { PendingCall } from './pending-call.js';
import { noProperAnswer, outcomeUnknown, refusal, REPEAT_WITH_CARE } from './refusal.js';
import { snapshot } from './snapshot.js';
import { envelope, errorCode, largestFrame, resultOf, type Route } from './wire.js';

const ACKNOWLEDGED_WITHIN_MS = 5_000;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 2_000;
const FROZEN_MS = 1_000;
const REMEMBERED_CALLS = 1_024;

// Of UTF-8, for one UTF-16 unit.
const MOST_BYTES_PER_UNIT = 3;

const INTERNAL = 100;
const FIRST_SERVER_CODE = 400;
const TEMPORARY = new Set([111, 429, 503]);

/**
 * The calls under way on one client. A request that may have been lost is sent again until its call's
 * limit: the server runs it once, however often it comes. Each call ends exactly once.
 */
export class Calls {
  /** Where calls go; nothing before `connect()` and after `disconnect()`. */
  connection: Connection | undefined;
  /** Replies to calls of this client that had ended already. */
  lateReplies = 0;
  readonly #route: Route;
  readonly #maxFrameBytes: number;
  readonly #isSentAgain: boolean;
  readonly #isPublished: boolean;
  readonly #pending = new Map<string, PendingCall>();
  readonly #ended = new Set<string>();

  constructor(route: Route, maxFrameBytes: number, isSentAgain: boolean) {
    this.#route = route;
    this.#maxFrameBytes = maxFrameBytes;
    this.#isSentAgain = isSentAgain;
    this.#isPublished = route.transport === 'pubsub';
  }

  /** Makes a call; ends with its result or its error. */
  async run(method: string, params: unknown, timeoutMs: number, signal?: AbortSignal): Promise<unknown> {
    const call = new PendingCall(method, snapshot(method, params), timeoutMs);
    this.#checkSize(call);
    const abandon = (): void => {
      if (this.#end(call, () => signal?.throwIfAborted()) && call.attempt > 0) {
        this.connection?.cancel(call.id);
      }
    };
    signal?.addEventListener('abort', abandon);
    this.#pending.set(call.id, call);
    this.#forward(call);
    try {
      return (await call.outcome)();
    } finally {
      signal?.removeEventListener('abort', abandon);
    }
  }

  /** The connection is there, for the first time or again: what waits goes out. */
  sendWaiting(): void {
    for (const call of this.#pending.values()) {
      if (call.phase === 'waiting') {
        this.#forward(call);
      }
    }
  }

  /** The connection broke: what was under way may never have arrived. */
  noteLoss(): void {
    for (const call of this.#pending.values()) {
      this.#lose(call);
    }
  }

  /** The connection is gone for good. */
  endAll(cause: Error): void {
    this.connection = undefined;
    for (const call of this.#pending.values()) {
      this.#fail(
        call,
        call.attempt > 0 ? lostError(call, cause) : notSent(call.method, cause.message, cause),
      );
    }
  }

  /** Takes a reply to a call of this client, or of another tab. */
  receive(id: string, reply: unknown): void {
    const call = this.#pending.get(id);
    if (call === undefined) {
      this.lateReplies += Number(this.#ended.has(id));
      return;
    }
    const code = errorCode(reply);
    if (this.#isOpen(call, code)) {
      this.#pause(call, refusedAgain(code));
    } else {
      this.#end(call, () => resultOf(call.method, reply));
    }
  }

  #checkSize({ id, method, params }: PendingCall): void {
    const frame = largestFrame(this.#route, id, method, params);
    if (frame.length * MOST_BYTES_PER_UNIT <= this.#maxFrameBytes) {
      return;
    }
    const size = new TextEncoder().encode(frame).length;
    if (size > this.#maxFrameBytes) {
      throw new RpcTooLargeError(
        method,
        `the request needs a frame of ${String(size)} bytes, the limit is ${String(this.#maxFrameBytes)}. ` +
          'Send less, or raise websocket.message_size_limit in Centrifugo and maxFrameBytes here.',
      );
    }
  }

  #forward(call: PendingCall): void {
    if (this.connection?.isReady === true && call.timeLeftMs > 0) {
      void this.#send(call, this.connection);
    } else {
      this.#wake(call, Infinity);
    }
  }

  async #send(call: PendingCall, connection: Connection): Promise<void> {
    const sinceSent = call.noteSending();
    const { attempt } = call;
    this.#wake(call, this.#isPublished && this.#isSentAgain ? ACKNOWLEDGED_WITHIN_MS : Infinity);
    try {
      const reply = await connection.send(call.method, envelope(this.#route, call));
      if (!this.#isPublished) {
        this.receive(call.id, reply);
      } else if (call.phase === 'sent') {
        call.phase = 'accepted';
      }
    } catch (error) {
      // What becomes of an earlier sending says nothing of the latest.
      if (call.attempt === attempt) {
        this.#notAccepted(call, error as CommandError, sinceSent.elapsedMs);
      }
    }
  }

  #notAccepted(call: PendingCall, error: CommandError, elapsedMs: number): void {
    const { code, isRefusal, isUnsent, message } = error;
    const { method, attempt } = call;
    const { transport } = this.#route;
    if (isUnsent) {
      call.attempt -= 1;
      call.phase = 'waiting';
    } else if (!isRefusal) {
      if (this.#isSentAgain || this.#isPublished) {
        this.#lose(call);
      } else {
        this.#fail(call, lostError(call, error));
      }
    } else if (this.#isSentAgain && code === INTERNAL) {
      this.#pause(call, noProperAnswer(transport, elapsedMs));
    } else if (this.#isOpen(call, code)) {
      this.#pause(call, refusedAgain(code));
    } else if (attempt > 1 && code < FIRST_SERVER_CODE) {
      // Centrifugo refuses to hand it over again. The earlier sending may have arrived.
      this.#fail(
        call,
        outcomeUnknown(method, `it could not be sent again: ${message} (${String(code)})`, error),
      );
    } else {
      this.#fail(call, refusal(method, transport, error, elapsedMs));
    }
  }

  /** Whether a refusal says nothing of the earlier sending, which may be at work, and will not be given for long. */
  #isOpen({ attempt }: PendingCall, code: number): boolean {
    return this.#isSentAgain && attempt > 1 && TEMPORARY.has(code);
  }

  #lose(call: PendingCall): void {
    if (call.attempt > 0) {
      call.doubt = 'the connection was lost';
      if (this.#isSentAgain && call.phase !== 'pausing') {
        call.phase = 'waiting';
      }
    }
  }

  #pause(call: PendingCall, doubt: string): void {
    call.doubt = doubt;
    call.phase = 'pausing';
    const longestMs = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** call.pauses);
    call.pauses += 1;
    this.#wake(call, Math.random() * longestMs);
  }

  /** Looks at a call after a while, at its limit at the latest. */
  #wake(call: PendingCall, afterMs: number): void {
    clearTimeout(call.timer);
    call.timer = setTimeout(
      () => {
        const { phase, timeLeftMs } = call;
        if (timeLeftMs <= 0) {
          this.#expire(call, -timeLeftMs);
        } else if (phase === 'pausing') {
          call.phase = 'waiting';
          this.#forward(call);
        } else if (phase === 'sent' && this.#isSentAgain && this.#isPublished) {
          this.#pause(call, 'nothing acknowledged the request');
        } else {
          this.#wake(call, Infinity);
        }
      },
      Math.min(afterMs, call.timeLeftMs),
    );
  }

  #expire(call: PendingCall, overdueMs: number): void {
    // What came while the process was busy, or frozen, is read first: it may be the reply.
    call.timer = setTimeout(
      () => {
        this.#fail(call, this.#lateError(call));
      },
      overdueMs < FROZEN_MS ? 0 : FROZEN_MS,
    );
  }

  #lateError(call: PendingCall): RpcError {
    const { method, phase, attempt } = call;
    const limit = `within ${String(call.timeoutMs)} ms`;
    if (attempt === 0) {
      return notSent(method, `no connection ${limit}`);
    }
    const isUnheard = phase === 'sent' && this.#isPublished;
    const doubt = call.doubt || (isUnheard ? 'nothing acknowledged the request' : '');
    return doubt === ''
      ? new RpcTimeoutError(method, `no reply ${limit}. ${REPEAT_WITH_CARE}`)
      : outcomeUnknown(method, `${doubt} and no reply came ${limit}`);
  }

  #fail(call: PendingCall, error: Error): void {
    this.#end(call, () => {
      throw error;
    });
  }

  /** Ends a call, unless it has ended already. */
  #end(call: PendingCall, outcome: () => unknown): boolean {
    const { id } = call;
    const isUnderWay = this.#pending.delete(id);
    if (isUnderWay) {
      clearTimeout(call.timer);
      this.#ended.add(id);
      if (this.#ended.size > REMEMBERED_CALLS) {
        const [oldest = ''] = this.#ended;
        this.#ended.delete(oldest);
      }
      call.settle(outcome);
    }
    return isUnderWay;
  }
}

function refusedAgain(code: number): string {
  return `it was sent again and refused for now (${String(code)})`;
}

function lostError({ method }: PendingCall, cause: Error): RpcError {
  return outcomeUnknown(method, `the connection went while the call was under way: ${cause.message}`, cause);
}

function notSent(method: string, why: string, cause?: Error): RpcError {
  return new RpcNotSentError(method, `not sent: ${why}. It is safe to repeat.`, { cause });
}
