import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { describe, it } from 'node:test';

import * as errors from '../runtime/errors.js';
import { aConnectedClient, aLog, answer, aServer, failureOf, serve, Signal } from './fixtures.js';

for (const transport of ['pubsub', 'rpc'] as const) {
  describe(`a request by ${transport}`, () => {
    it('is cancelled at the server when the caller does not want it any more', async (t) => {
      const server = await aServer(t);
      const arrived = new Signal();
      const cancelled = new Signal();
      const requests = serve(server, ({ session, command, number }) => {
        if (number === 1) {
          arrived.set();
        } else {
          session.refuse(command, 100, 'internal server error', true);
          cancelled.set();
        }
      });
      const { logger, lines } = aLog();
      const rpc = await aConnectedClient(t, server, { transport, logger });
      const controller = new AbortController();
      const reason = new Error('the user left');

      const call = rpc.call('a.b', {}, { signal: controller.signal });
      await arrived.happened;
      controller.abort(reason);

      await assert.rejects(call, reason);
      await cancelled.happened;
      const correlation_id = requests[0]?.envelope.correlation_id;
      const { publish, rpc: native } = requests[1]?.command ?? assert.fail();
      assert.deepEqual(
        publish ?? native,
        transport === 'rpc'
          ? { method: 'system.cancel', data: { correlation_id } }
          : { channel: 'rpc.requests', data: { correlation_id, cancel: true } },
      );
      requests[0]?.answer({ error: { code: 499, name: 'cancelled', message: 'cancelled by the caller' } });
      server.onPublish = (session, command) => {
        answer(session, command, { result: null });
      };
      server.onRpc = (session, command) => {
        session.reply(command, { rpc: { data: { result: null } } });
      };
      await rpc.call('a.c');
      assert.equal(rpc.lateReplies, 1);
      assert.deepEqual(lines.slice(1), [
        'debug: cancelling a call failed: CommandError: internal server error',
      ]);
    });

    it('that is cancelled while the connection is away is forgotten', async (t) => {
      const server = await aServer(t);
      const controller = new AbortController();
      const connect = server.onConnect;
      const requests = serve(server, ({ session, number, answer }) => {
        if (number === 1) {
          server.onConnect = (next, command) => {
            controller.abort();
            connect(next, command);
          };
          session.cut();
        } else {
          answer({ result: 'another' });
        }
      });
      const rpc = await aConnectedClient(t, server, { transport });

      await assert.rejects(rpc.call('a.b', {}, { signal: controller.signal }), { name: 'AbortError' });

      assert.equal(await rpc.call('a.c'), 'another');
      assert.equal(requests.length, 2);
    });
  });
}

describe('a signal', () => {
  it('is let go by each call that has ended', async (t) => {
    const server = await aServer(t);
    serve(server, (request) => {
      request.answer({ result: null });
    });
    const rpc = await aConnectedClient(t, server);
    const { signal } = new AbortController();

    await Promise.all(Array.from({ length: 50 }, () => rpc.call('a.b', {}, { signal })));
    await failureOf(rpc.call('a.b', { id: 1n }, { signal }));

    assert.deepEqual(getEventListeners(signal, 'abort'), []);
  });
});

describe('a published request', () => {
  it('is answered late: the reply is counted', async (t) => {
    const server = await aServer(t);
    const requests = serve(server, ({ session, command, number, answer }) => {
      if (number === 1) {
        session.reply(command, { publish: {} });
      } else {
        requests[0]?.answer({ result: 'late' });
        answer({ result: null });
      }
    });
    const rpc = await aConnectedClient(t, server);

    const error = await failureOf(rpc.call('a.b', {}, { timeoutMs: 500 }));
    await rpc.call('a.b');

    assert.ok(error instanceof errors.RpcTimeoutError);
    assert.equal(rpc.lateReplies, 1);
  });

  it('is answered twice: the second reply is counted', async (t) => {
    const server = await aServer(t);
    const requests = serve(server, ({ answer }) => {
      answer({ result: 'once' });
    });
    const rpc = await aConnectedClient(t, server);

    await rpc.call('a.b');
    requests[0]?.answer({ result: 'twice' });
    await rpc.call('a.b');

    assert.equal(rpc.lateReplies, 1);
  });
});
