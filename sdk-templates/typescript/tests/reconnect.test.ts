import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { WebSocket } from 'ws';

import * as errors from '../runtime/errors.js';
import type { ClientOptions, WebSocketConstructor } from '../runtime/options.js';
import type { CentrifugoRPCClient } from '../runtime/rpc-client.js';
import { FakeCentrifugo, type Command, type Session } from './fake-centrifugo.js';
import { aConnectedClient, answer, aServer, Signal, USER } from './fixtures.js';

const globalSocket = Reflect.get(globalThis, 'WebSocket') as WebSocketConstructor | undefined;
const CARE = 'The server may have run it; repeat only if that is safe.';

/** Cuts the connection when the first request arrives, and says what arrived. */
function cutOnFirstPublish(server: FakeCentrifugo): Signal<Command> {
  const arrived = new Signal<Command>();
  const publish = server.onPublish;
  server.onPublish = (session, command) => {
    server.onPublish = publish;
    session.cut();
    arrived.set(command);
  };
  return arrived;
}

describe('a lost connection', () => {
  it('still brings the reply of a published request', async (t) => {
    const server = await aServer(t);
    const rpc = await aConnectedClient(t, server);
    const arrived = cutOnFirstPublish(server);
    server.onSubscribe = (session, command) => {
      session.reply(command, { subscribe: {} });
      void arrived.happened.then((request) => {
        const { correlation_id } = request.publish?.data ?? assert.fail();
        session.push(`user#${USER}`, { correlation_id, result: 'after all' });
      });
    };

    assert.equal(await rpc.call('a.b', {}), 'after all');
  });

  it('is restored where the token subscribes to the reply channel', async (t) => {
    const server = await aServer(t);
    server.onConnect = (session, command) => {
      session.reply(command, { connect: { client: 'c1', subs: { [`user#${USER}`]: {} } } });
    };
    server.onSubscribe = (session, command) => {
      session.refuse(command, 105, 'already subscribed');
    };
    const { rpc, lost } = await aLosableClient(t, server);
    cutOnFirstPublish(server);
    const first = rpc.call('a.first', {});
    await lost.happened;
    server.onPublish = (session, command) => {
      answer(session, command, { result: command.publish?.data.method });
    };

    assert.equal(await rpc.call('a.second', {}), 'a.second');
    assert.equal(await first, 'a.first');
  });

  it('ends a published request as unknown at its limit, where nothing is sent again', async (t) => {
    const server = await aServer(t);
    const rpc = await aConnectedClient(t, server, { resend: false });
    cutOnFirstPublish(server);

    await assert.rejects(rpc.call('a.b', {}, { timeoutMs: 1_000 }), (error: unknown) => {
      assert.ok(error instanceof errors.RpcOutcomeUnknownError);
      assert.equal(error.message, `a.b: the connection was lost and no reply came within 1000 ms. ${CARE}`);
      return true;
    });
  });

  it('ends a native call at once, where nothing is sent again', async (t) => {
    const server = await aServer(t);
    server.onRpc = (session) => {
      session.cut();
    };
    const rpc = await aConnectedClient(t, server, { transport: 'rpc', resend: false });

    await assert.rejects(rpc.call('a.b', {}), (error: unknown) => {
      assert.ok(error instanceof errors.RpcOutcomeUnknownError);
      assert.equal(
        error.message,
        `a.b: the connection went while the call was under way: connection closed. ${CARE}`,
      );
      return true;
    });
  });

  it('lets a call wait for the next connection', async (t) => {
    const server = await aServer(t);
    const { rpc, lost } = await aLosableClient(t, server);
    cutOnFirstPublish(server);
    const first = rpc.call('a.first', {}, { timeoutMs: 5_000 });
    await lost.happened;
    server.onPublish = (session, command) => {
      answer(session, command, { result: command.publish?.data.method });
    };

    const second = rpc.call('a.second', {});
    await rpc.connect();

    assert.equal(await second, 'a.second');
    assert.equal(await first, 'a.first');
  });

  it('ends a call that had to wait too long as not sent', async (t) => {
    const server = await aServer(t);
    const { rpc, lost } = await aLosableClient(t, server, { transport: 'rpc', resend: false });
    server.onRpc = (session) => {
      session.cut();
    };
    const first = rpc.call('a.first', {});
    const second = lost.happened.then(() => rpc.call('a.second', {}, { timeoutMs: 30 }));

    await assert.rejects(first, errors.RpcOutcomeUnknownError);
    await assert.rejects(second, (error: unknown) => {
      assert.ok(error instanceof errors.RpcNotSentError);
      assert.equal(error.message, 'a.second: not sent: no connection within 30 ms. It is safe to repeat.');
      return true;
    });
  });

  it('for good ends every call, and names the reason to later ones', async (t) => {
    const server = await aServer(t);
    server.onPublish = (session) => {
      session.close(3503, 'force disconnect');
    };
    const rpc = await aConnectedClient(t, server);

    await assert.rejects(rpc.call('a.b', {}), errors.RpcOutcomeUnknownError);
    await assert.rejects(rpc.call('a.b', {}), (error: unknown) => {
      assert.ok(error instanceof errors.RpcNotSentError);
      assert.ok(error.cause instanceof errors.RpcConnectionError);
      assert.equal(error.cause.code, 3503);
      return true;
    });
    server.onPublish = (session, command) => {
      answer(session, command, { result: 'back' });
    };
    await rpc.connect();
    assert.equal(await rpc.call('a.b', {}), 'back');
  });

  for (const [name, websocket] of Object.entries({ ws: WebSocket, global: globalSocket })) {
    if (websocket !== undefined) {
      it(`is restored while the server is down for a while (${name})`, async (t) => {
        const first = await FakeCentrifugo.start();
        const { rpc, lost } = await aLosableClient(t, first, { websocket });
        const { port } = first;
        await first.stop();
        await lost.happened;
        const call = rpc.call('a.b', {}, { timeoutMs: 20_000 });

        // The second attempt succeeds, the first one finds nobody.
        const refusedOnce = new Signal();
        const { createServer } = await import('node:net');
        const refuser = createServer((socket) => {
          socket.destroy();
          refusedOnce.set();
        });
        refuser.listen(port, '127.0.0.1');
        await refusedOnce.happened;
        await new Promise((resolve) => refuser.close(resolve));
        const second = await FakeCentrifugo.start(undefined, port);
        t.after(() => second.stop());
        second.onPublish = (session: Session, command) => {
          answer(session, command, { result: 'restored' });
        };

        assert.equal(await call, 'restored');
      });
    }
  }
});

/** A connected client, and a signal that is set when it loses its connection. */
async function aLosableClient(
  t: Parameters<typeof aConnectedClient>[0],
  server: FakeCentrifugo,
  options: ClientOptions = {},
): Promise<{ rpc: CentrifugoRPCClient; lost: Signal }> {
  const lost = new Signal();
  const silent = (): void => undefined;
  const rpc = await aConnectedClient(t, server, {
    ...options,
    logger: {
      debug: silent,
      info: silent,
      error: silent,
      warn: (message) => {
        if (message.includes('connection lost')) {
          lost.set();
        }
      },
    },
  });
  return { rpc, lost };
}
