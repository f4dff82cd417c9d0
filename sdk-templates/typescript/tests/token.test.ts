import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';

import { WebSocket } from 'ws';

import * as errors from '../runtime/errors.js';
import type { ClientOptions } from '../runtime/options.js';
import { CentrifugoRPCClient } from '../runtime/rpc-client.js';
import type { FakeCentrifugo } from './fake-centrifugo.js';
import { aLog, aServer, aConnectedClient, failureOf, serve, Signal, tokenOf, USER } from './fixtures.js';

/** A client that has nothing but a provider of tokens. */
function aClientWithout(t: TestContext, server: FakeCentrifugo, options: ClientOptions): CentrifugoRPCClient {
  const rpc = new CentrifugoRPCClient(server.url, '', USER, { websocket: WebSocket, ...options });
  t.after(() => {
    rpc.disconnect();
  });
  return rpc;
}

/** Lets connections run out after a second. */
function letExpire(server: FakeCentrifugo): void {
  server.onConnect = (session, command) => {
    session.reply(command, { connect: { client: 'c1', expires: true, ttl: 1, ping: 25, pong: true } });
  };
}

describe('getToken', { concurrency: true }, () => {
  it('is asked first when there is no token', async (t) => {
    const server = await aServer(t);
    const rpc = aClientWithout(t, server, { getToken: () => Promise.resolve(tokenOf(USER, 1)) });

    await rpc.connect();

    assert.deepEqual(server.connectTokens, [tokenOf(USER, 1)]);
  });

  it('replaces an expired token', async (t) => {
    const server = await aServer(t);
    const accept = server.onConnect;
    server.onConnect = (session, command) => {
      if (command.connect?.token === tokenOf(USER)) {
        session.refuse(command, 109, 'token expired');
      } else {
        accept(session, command);
      }
    };

    await aConnectedClient(t, server, { getToken: () => Promise.resolve(tokenOf(USER, 1)) });

    assert.deepEqual(server.connectTokens, [tokenOf(USER), tokenOf(USER, 1)]);
  });

  it('refreshes the token of a living connection, and no call notices', async (t) => {
    const server = await aServer(t);
    letExpire(server);
    const refreshed = new Signal<string | undefined>();
    const { onRefresh } = server;
    server.onRefresh = (session, command) => {
      onRefresh(session, command);
      refreshed.set(command.refresh?.token);
    };
    const requests = serve(server, () => undefined);
    const states: string[] = [];
    const rpc = await aConnectedClient(t, server, {
      getToken: () => Promise.resolve(tokenOf(USER, 1)),
      onState: ({ status }) => states.push(status),
    });

    const call = rpc.call('a.b');
    assert.equal(await refreshed.happened, tokenOf(USER, 1));
    requests[0]?.answer({ result: 'undisturbed' });

    assert.equal(await call, 'undisturbed');
    assert.deepEqual(states, ['connecting', 'connected']);
    assert.equal(server.connectTokens.length, 1);
  });

  it('is asked again when it fails while the connection is being restored', async (t) => {
    const server = await aServer(t);
    const requests = serve(server, ({ session, number, answer }) => {
      if (number === 1) {
        session.close(3014, 'state invalidated');
      } else {
        answer({ result: 'restored' });
      }
    });
    const { logger, lines } = aLog();
    const tokens = [tokenOf(USER, 2), tokenOf(USER, 1)];
    let failures = 2;
    const rpc = aClientWithout(t, server, {
      logger,
      getToken: () =>
        tokens.length === 1 && failures-- > 0
          ? Promise.reject(new Error('login is down'))
          : Promise.resolve(tokens.pop() ?? ''),
    });
    await rpc.connect();

    assert.equal(await rpc.call('a.b'), 'restored');

    assert.deepEqual(server.connectTokens, [tokenOf(USER, 1), tokenOf(USER, 2)]);
    assert.equal(requests[1]?.envelope.attempt, 2);
    assert.deepEqual(lines.slice(1, 4), [
      `warn: ${server.url}: connection lost (state invalidated), restoring it`,
      `warn: ${server.url}: connectToken: Error: login is down (5)`,
      `warn: ${server.url}: connectToken: Error: login is down (5)`,
    ]);
  });

  it('is asked again when it gives nothing in time', async (t) => {
    const server = await aServer(t);
    serve(server, ({ session, number, answer }) => {
      if (number === 1) {
        session.close(3014, 'state invalidated');
      } else {
        answer({ result: 'restored' });
      }
    });
    const { logger, lines } = aLog();
    let asked = 0;
    const rpc = aClientWithout(t, server, {
      logger,
      timeoutMs: 500,
      getToken: () => {
        asked += 1;
        return asked === 2 ? new Promise(() => undefined) : Promise.resolve(tokenOf(USER, asked));
      },
    });
    await rpc.connect();

    assert.equal(await rpc.call('a.b', {}, { timeoutMs: 10_000 }), 'restored');

    assert.equal(asked, 3);
    assert.equal(lines[2], `warn: ${server.url}: connectToken: Error: no token within 500 ms (5)`);
  });

  it('ends the connection for good where it says that the user has no access any more', async (t) => {
    const server = await aServer(t);
    letExpire(server);
    serve(server, () => undefined);
    const { logger, lines } = aLog();
    const rpc = await aConnectedClient(t, server, {
      logger,
      getToken: () => Promise.reject(new errors.RpcUnauthorizedError('ada has logged out')),
    });

    const error = await failureOf(rpc.call('a.b'));

    assert.ok(error instanceof errors.RpcOutcomeUnknownError);
    const reason = `${server.url}: getToken: ada has logged out`;
    assert.ok(error.cause instanceof errors.RpcUnauthorizedError);
    assert.equal(error.cause.message, reason);
    assert.deepEqual(rpc.state, { status: 'disconnected', code: 1, reason });
    assert.deepEqual(lines.slice(1), [`error: ${reason}`]);
  });

  it('is missing where a token expires: the connection ends and says so', async (t) => {
    const server = await aServer(t);
    letExpire(server);
    serve(server, () => undefined);
    const rpc = await aConnectedClient(t, server);

    const error = await failureOf(rpc.call('a.b'));

    assert.ok(error.cause instanceof errors.RpcUnauthorizedError);
    assert.equal(
      error.cause.message,
      `${server.url}: unauthorized (1). Pass a fresh token, or a getToken that fetches one.`,
    );
  });
});
