/**
 * How far a request has come: not written yet, written, acknowledged by the RPC server, or refused in a
 * way that lets it be sent again after a pause.
 */
export type Phase = 'waiting' | 'sent' | 'accepted' | 'pausing';

/** Measures time that has passed. */
export class Stopwatch {
  readonly #steadyMs = performance.now();
  readonly #wallMs = Date.now();

  /** Whichever clock is ahead: the steady one stands still while a computer sleeps, the other one may be set back. */
  get elapsedMs(): number {
    return Math.round(Math.max(performance.now() - this.#steadyMs, Date.now() - this.#wallMs));
  }
}

/** A call without an answer yet. */
export class PendingCall {
  readonly id = (crypto as Partial<Crypto>).randomUUID?.() ?? randomUuid();
  readonly method: string;
  /** What the caller gave, as it was when it called: each sending carries the same bytes. */
  readonly params: unknown;
  readonly timeoutMs: number;
  readonly outcome: Promise<() => unknown>;
  /** Settles the call with what gives its result, or throws its error. The first time counts. */
  readonly settle: (outcome: () => unknown) => void;
  phase: Phase = 'waiting';
  /** Which sending the latest was; those that were surely never written do not count. */
  attempt = 0;
  /** Pauses before it is sent again. */
  pauses = 0;
  /** Why nobody can tell whether it was run. */
  doubt = '';
  timer: ReturnType<typeof setTimeout> | undefined;
  readonly #sinceCalled = new Stopwatch();
  #sinceSent: Stopwatch | undefined;

  constructor(method: string, params: unknown, timeoutMs: number) {
    this.method = method;
    this.params = params;
    this.timeoutMs = timeoutMs;
    let settle!: (outcome: () => unknown) => void;
    this.outcome = new Promise((resolve) => {
      settle = resolve;
    });
    this.settle = settle;
  }

  /** What has passed since it was first sent. */
  get ageMs(): number {
    return this.#sinceSent?.elapsedMs ?? 0;
  }

  /** What is left of the limit; negative once that is over. */
  get timeLeftMs(): number {
    return this.timeoutMs - this.#sinceCalled.elapsedMs;
  }

  /** Counts a sending that begins now; measures from then on. */
  noteSending(): Stopwatch {
    const sinceSent = new Stopwatch();
    this.phase = 'sent';
    this.attempt += 1;
    this.#sinceSent ??= sinceSent;
    return sinceSent;
  }
}

/** A random UUID, for pages that were not loaded over TLS: they have no `crypto.randomUUID`. */
function randomUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5');
}
