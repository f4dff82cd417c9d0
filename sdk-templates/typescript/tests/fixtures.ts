import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';

import { WebSocket } from 'ws';

import { RpcError } from '../runtime/errors.js';
import type { ClientOptions, RpcLogger } from '../runtime/options.js';
import { CentrifugoRPCClient } from '../runtime/rpc-client.js';
import { FakeCentrifugo, type Command, type Envelope, type Session } from './fake-centrifugo.js';

export const USER = 'user-123';

/** A token whose `sub` is the user; nobody here verifies the signature. */
export function tokenOf(subject: unknown, serial = 0): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'HS256' })}.${part({ sub: subject, jti: serial })}.c2ln`;
}

/** A server that lives as long as the test. */
export async function aServer(t: TestContext): Promise<FakeCentrifugo> {
  const server = await FakeCentrifugo.start();
  t.after(() => server.stop());
  return server;
}

/** A client, not connected yet, that is closed after the test. */
export function aClient(t: TestContext, url: string, options: ClientOptions = {}): CentrifugoRPCClient {
  const client = new CentrifugoRPCClient(url, tokenOf(USER), USER, { websocket: WebSocket, ...options });
  t.after(() => {
    client.disconnect();
  });
  return client;
}

/** A client that is connected. */
export async function aConnectedClient(
  t: TestContext,
  server: FakeCentrifugo,
  options: ClientOptions = {},
): Promise<CentrifugoRPCClient> {
  const client = aClient(t, server.url, options);
  await client.connect();
  return client;
}

/** Answers a published request with the reply's `result` or `error`. */
export function answer(session: Session, command: Command, reply: object): void {
  const { correlation_id, reply_to = '' } = command.publish?.data ?? assert.fail('not a publish');
  session.reply(command, { publish: {} });
  session.push(reply_to, { correlation_id, ...reply });
}

/** Answers a native call with the reply's `result` or `error`. */
export function answerRpc(session: Session, command: Command, reply: object): void {
  const { correlation_id } = command.rpc?.data ?? assert.fail('not an rpc');
  session.reply(command, { rpc: { data: { correlation_id, ...reply } } });
}

/** A request that came by either transport. */
export interface Request {
  readonly session: Session;
  readonly command: Command;
  readonly envelope: Envelope;
  /** Which request it is, from 1; cancelling is one, too. */
  readonly number: number;
  /** Acknowledges it and replies. */
  readonly answer: (reply: object) => void;
}

/** Serves requests of both transports; gives a list of all that come. */
export function serve(server: FakeCentrifugo, handler: (request: Request) => void): Request[] {
  const requests: Request[] = [];
  const take = (
    session: Session,
    command: Command,
    envelope: Envelope | undefined,
    answer: Request['answer'],
  ): void => {
    const request = {
      session,
      command,
      envelope: envelope ?? assert.fail('no request'),
      number: requests.length + 1,
      answer,
    };
    requests.push(request);
    handler(request);
  };
  server.onPublish = (session, command) => {
    take(session, command, command.publish?.data, (reply) => {
      answer(session, command, reply);
    });
  };
  server.onRpc = (session, command) => {
    take(session, command, command.rpc?.data, (reply) => {
      answerRpc(session, command, reply);
    });
  };
  return requests;
}

/** A logger that keeps what it is told, `warn: …` for one. */
export function aLog(): { logger: RpcLogger; lines: string[] } {
  const lines: string[] = [];
  const keep =
    (level: string) =>
    (message: string): void => {
      lines.push(`${level}: ${message}`);
    };
  const logger = { debug: keep('debug'), info: keep('info'), warn: keep('warn'), error: keep('error') };
  return { logger, lines };
}

/** Whatever a call that must fail fails with. */
export async function failureOf(call: Promise<unknown>): Promise<RpcError> {
  const error: unknown = await call.then(
    (result) => assert.fail(`resolved to ${JSON.stringify(result)}`),
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof RpcError, String(error));
  return error;
}

/** A promise and what settles it. */
export class Signal<T = void> {
  readonly happened: Promise<T>;
  readonly set: (value: T) => void;

  constructor() {
    let set!: (value: T) => void;
    this.happened = new Promise((resolve) => {
      set = resolve;
    });
    this.set = set;
  }
}
