/** How far a request has come: not written yet, written, or acknowledged by the RPC server. */
export type Phase = 'waiting' | 'sent' | 'accepted';

/** A call without an answer yet. The first settling counts, later ones change nothing. */
export class PendingCall {
  readonly id = randomUuid();
  readonly method: string;
  readonly params: unknown;
  readonly timeoutMs: number;
  readonly outcome: Promise<unknown>;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
  phase: Phase = 'waiting';
  wasConnectionLost = false;
  readonly #startMs = performance.now();

  constructor(method: string, params: unknown, timeoutMs: number) {
    this.method = method;
    this.params = params;
    this.timeoutMs = timeoutMs;
    let settleWith!: Pick<PendingCall, 'resolve' | 'reject'>;
    this.outcome = new Promise((resolve, reject) => {
      settleWith = { resolve, reject };
    });
    this.resolve = settleWith.resolve;
    this.reject = settleWith.reject;
  }

  /** What is left of the limit, at least one millisecond. */
  get timeLeftMs(): number {
    return Math.max(1, Math.round(this.timeoutMs - (performance.now() - this.#startMs)));
  }
}

/** A random UUID. `crypto.randomUUID` is missing on pages that were not loaded over TLS. */
function randomUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5');
}
