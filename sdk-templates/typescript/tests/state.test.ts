import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import * as errors from '../runtime/errors.js';
import type { ConnectionState } from '../runtime/options.js';
import { aClient, aConnectedClient, aLog, aServer, serve, Signal } from './fixtures.js';

describe('the state of a connection', { concurrency: true }, () => {
  it('is told in order, from the first connecting to disconnect()', async (t) => {
    const server = await aServer(t);
    serve(server, ({ session, number, answer }) => {
      if (number === 1) {
        session.close(3001, 'shutdown');
      } else {
        answer({ result: null });
      }
    });
    const states: ConnectionState[] = [];
    const ended = new Signal();
    const rpc = aClient(t, server.url, {
      onState: (state) => {
        states.push(state);
        if (state.status === 'disconnected') {
          ended.set();
        }
      },
    });

    assert.deepEqual(rpc.state, { status: 'disconnected', code: 0, reason: 'connect() was not called' });
    await rpc.connect();
    await rpc.call('a.b');
    rpc.disconnect();
    await ended.happened;

    assert.deepEqual(states, [
      { status: 'connecting' },
      { status: 'connected' },
      { status: 'reconnecting', delayMs: 400, code: 3001, reason: 'shutdown' },
      { status: 'connected' },
      { status: 'disconnected', code: 0, reason: 'disconnect() was called' },
    ]);
    assert.equal(rpc.state, states.at(-1));
  });

  it('tells of each attempt to restore it, and of growing pauses', async (t) => {
    const server = await aServer(t);
    const { port } = server;
    const delays: number[] = [];
    const enough = new Signal();
    const rpc = await aConnectedClient(t, server, {
      onState: (state) => {
        if (state.status === 'reconnecting') {
          delays.push(state.delayMs);
          if (delays.length === 3) {
            assert.deepEqual(
              [state.code, state.reason],
              [2, 'transport closed'],
              `nobody listens at ${String(port)}`,
            );
            enough.set();
          }
        }
      },
    });

    await server.stop();
    await enough.happened;

    assert.deepEqual(delays, [400, 600, 1_000]);
    assert.equal(rpc.state.status, 'reconnecting');
  });

  it('is why a connection could not be made', async (t) => {
    const server = await aServer(t);
    server.onConnect = (session) => {
      session.close(3500, 'invalid token');
    };
    const rpc = aClient(t, server.url);

    await assert.rejects(rpc.connect(), errors.RpcUnauthorizedError);

    assert.deepEqual(rpc.state, {
      status: 'disconnected',
      code: 3500,
      reason: `${server.url}: invalid token (3500). It must be signed with the key in client.token.hmac_secret_key.`,
    });
  });

  it('survives hooks that throw or reject, and logs them', async (t) => {
    const server = await aServer(t);
    serve(server, ({ answer }) => {
      answer({ result: 'fine' });
    });
    const { logger, lines } = aLog();
    const hook = (state: ConnectionState): void => {
      throw new Error(state.status);
    };
    const rpc = await aConnectedClient(t, server, { logger, onState: hook });

    assert.equal(await rpc.call('a.b'), 'fine');

    assert.deepEqual(
      lines.filter((line) => line.startsWith('error')),
      ['error: onState failed', 'error: onState failed'],
    );
  });

  it('may be changed by the hook itself', async (t) => {
    const server = await aServer(t);
    const seen: string[] = [];
    const again = new Signal();
    const rpc = aClient(t, server.url, {
      onState: ({ status }) => {
        seen.push(`begin ${status}`);
        if (status === 'connected' && seen.length < 6) {
          rpc.disconnect();
          void rpc.connect().then(again.set);
        }
        seen.push(`end ${status}`);
      },
    });

    await rpc.connect();
    await again.happened;

    assert.deepEqual(
      seen,
      ['connecting', 'connected', 'disconnected', 'connecting', 'connected'].flatMap((status) => [
        `begin ${status}`,
        `end ${status}`,
      ]),
    );
    assert.equal(server.connections, 1);
  });
});

describe('connect() and disconnect()', { concurrency: true }, () => {
  it('may come in any order and any number', async (t) => {
    const server = await aServer(t);
    serve(server, ({ answer }) => {
      answer({ result: 'fine' });
    });
    const rpc = aClient(t, server.url);
    const attempts: Promise<unknown>[] = [];

    for (let round = 0; round < 50; round += 1) {
      attempts.push(rpc.connect(), rpc.connect());
      rpc.disconnect();
      rpc.disconnect();
    }
    const last = rpc.connect();

    const outcomes = await Promise.allSettled(attempts);
    await last;
    assert.ok(outcomes.every(({ status }) => status === 'rejected'));
    assert.equal(await rpc.call('a.b'), 'fine');
    assert.equal(rpc.state.status, 'connected');
  });

  it('are nothing to a client that is neither', (t) => {
    const rpc = aClient(t, 'ws://127.0.0.1:1');

    rpc.disconnect();

    assert.equal(rpc.state.status, 'disconnected');
  });

  it('come by themselves with `await using`', async (t) => {
    const server = await aServer(t);
    let client;
    {
      await using rpc = aClient(t, server.url);
      await rpc.connect();
      client = rpc;
      assert.equal(rpc.state.status, 'connected');
    }
    assert.equal(client.state.status, 'disconnected');
  });

  it('serve many clients in one process', async (t) => {
    const server = await aServer(t);
    serve(server, ({ answer, envelope }) => {
      answer({ result: envelope.params });
    });
    const clients = Array.from({ length: 100 }, () => aClient(t, server.url, { transport: 'rpc' }));

    await Promise.all(clients.map((client) => client.connect()));
    const results = await Promise.all(clients.map((client, n) => client.call('a.b', n)));

    assert.deepEqual(
      results,
      clients.map((_, n) => n),
    );
  });
});
