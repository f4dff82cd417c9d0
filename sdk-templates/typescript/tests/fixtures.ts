import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';

import { WebSocket } from 'ws';

import type { ClientOptions } from '../runtime/options.js';
import { CentrifugoRPCClient } from '../runtime/rpc-client.js';
import { FakeCentrifugo, type Command, type Session } from './fake-centrifugo.js';

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
