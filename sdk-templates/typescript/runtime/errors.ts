/** What an {@link RpcError} may carry besides its text. */
export interface RpcErrorOptions {
  readonly details?: unknown;
  readonly cause?: unknown;
}

/** What an error that methods declare carries besides its text. */
export interface DeclaredErrorOptions<D> extends RpcErrorOptions {
  readonly details: D;
}

/** A call that failed: refused by the server, or ended by this client. */
export class RpcError extends Error {
  /** Number of the error, 422 for one. */
  readonly code: number;
  /** Name of the error on the wire, `invalid_params` for one. */
  override readonly name: string;
  /** Wire name of the called method. */
  readonly method: string;
  /** The text without the method's name in front. */
  readonly rawMessage: string;
  /** What the server said beyond the text. */
  readonly details: unknown;

  constructor(method: string, code: number, name: string, message: string, options?: RpcErrorOptions) {
    super(`${method}: ${message}`, options);
    this.code = code;
    this.name = name;
    this.method = method;
    this.rawMessage = message;
    this.details = options?.details;
  }
}

/** No answer in time. The server may still have run the call. */
export class RpcTimeoutError extends RpcError {
  constructor(method: string, message: string, options?: RpcErrorOptions) {
    super(method, 408, 'deadline_exceeded', message, options);
  }
}

/** Handed over, and nobody can tell how it ended. Repeat only what is safe to run twice. */
export class RpcOutcomeUnknownError extends RpcError {
  constructor(method: string, message: string, options?: RpcErrorOptions) {
    super(method, 410, 'outcome_unknown', message, options);
  }
}

/** Never handed to a connection, so the server has not run it. */
export class RpcNotSentError extends RpcError {
  constructor(method: string, message: string, options?: RpcErrorOptions) {
    super(method, 503, 'not_sent', message, options);
  }
}

/** The request is larger than Centrifugo takes. */
export class RpcTooLargeError extends RpcError {
  constructor(method: string, message: string, options?: RpcErrorOptions) {
    super(method, 413, 'too_large', message, options);
  }
}

/** The reply is not what the contract promises. */
export class RpcDecodeError extends RpcError {
  constructor(method: string, message: string, options?: RpcErrorOptions) {
    super(method, 500, 'invalid_result', message, options);
  }
}

/** What an {@link RpcConnectionError} may carry besides its text. */
export interface RpcConnectionErrorOptions {
  readonly code?: number;
  readonly cause?: unknown;
}

/** There is no connection, or no longer. */
export class RpcConnectionError extends Error {
  override readonly name: string = 'RpcConnectionError';
  /** Centrifugo's code for the refusal or the close, 0 where it gave none. */
  readonly code: number;

  constructor(message: string, options?: RpcConnectionErrorOptions) {
    super(message, options);
    this.code = options?.code ?? 0;
  }
}

/** The token is wrong, expired, or another user's. */
export class RpcUnauthorizedError extends RpcConnectionError {
  override readonly name = 'RpcUnauthorizedError';
}

/** Nobody answered at the address in time. */
export class RpcUnreachableError extends RpcConnectionError {
  override readonly name = 'RpcUnreachableError';
}

/** The server's certificate is not trusted. */
export class RpcTlsError extends RpcConnectionError {
  override readonly name = 'RpcTlsError';
}

/** Centrifugo does not serve pages of this origin. */
export class RpcOriginError extends RpcConnectionError {
  override readonly name = 'RpcOriginError';
}

/** Something answers, but not as a Centrifugo that is set up for this SDK. */
export class RpcUnsupportedServerError extends RpcConnectionError {
  override readonly name = 'RpcUnsupportedServerError';
}
