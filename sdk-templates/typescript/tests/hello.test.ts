import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { contractHash } from '../runtime/contract.js';
import * as errors from '../runtime/errors.js';
import { fingerprints } from '../runtime/fingerprints.js';
import { contractDifference } from '../runtime/contract-difference.js';
import type { FakeCentrifugo } from './fake-centrifugo.js';
import { aClient, aConnectedClient, aLog, answer, answerRpc, aServer, serve, Signal } from './fixtures.js';

const DIFFERENT =
  "this SDK does not fit the server, which has no tasks.create. Generate it from the server's handlers anew.";

/** Lets the server answer each greeting with the next of these; gives the params of those that came. */
function greet(server: FakeCentrifugo, ...replies: object[]): { params: unknown[]; all: Promise<void> } {
  const params: unknown[] = [];
  const all = new Signal();
  server.onHello = (session, command) => {
    params.push((command.publish ?? command.rpc)?.data.params);
    const reply = replies[params.length - 1] ?? assert.fail('one greeting more');
    if (command.publish === undefined) {
      answerRpc(session, command, reply);
    } else {
      answer(session, command, reply);
    }
    if (params.length === replies.length) {
      all.set();
    }
  };
  return { params, all: all.happened };
}

for (const transport of ['pubsub', 'rpc'] as const) {
  describe(`hello by ${transport}`, () => {
    it('compares the hash, once for a client', async (t) => {
      const server = await aServer(t);
      const { params, all } = greet(server, { result: { same: true } });
      const { logger, lines } = aLog();
      const rpc = await aConnectedClient(t, server, { transport, logger, strict: true });

      rpc.disconnect();
      await rpc.connect();
      await all;

      assert.deepEqual(params, [{ contract_hash: contractHash }]);
      assert.ok(!lines.some((line) => line.startsWith('warn')));
    });

    it('warns of methods that the server has not', async (t) => {
      const server = await aServer(t);
      const { params } = greet(
        server,
        { result: { same: false } },
        { result: { same: false, missing: ['tasks.create'], different: [] } },
      );
      const warned = new Signal<string>();
      const { logger } = aLog();

      await aConnectedClient(t, server, { transport, logger: { ...logger, warn: warned.set } });

      assert.equal(await warned.happened, DIFFERENT);
      assert.deepEqual(params[1], { methods: fingerprints });
    });

    it('refuses to connect to such a server where the client is strict', async (t) => {
      const server = await aServer(t);
      greet(
        server,
        { result: { same: false } },
        { result: { same: false, missing: ['tasks.create'], different: [] } },
      );
      const rpc = aClient(t, server.url, { transport, strict: true });

      await assert.rejects(rpc.connect(), new errors.RpcUnsupportedServerError(DIFFERENT));

      assert.deepEqual(rpc.state, { status: 'disconnected', code: 0, reason: DIFFERENT });
    });

    it('is no matter where the server knows nothing of it', async (t) => {
      const server = await aServer(t);
      server.onHello = (session, command) => {
        session.refuse(command, 404, 'no such method');
      };
      serve(server, (request) => {
        request.answer({ result: 'works' });
      });
      const noted = new Signal<string>();
      const { logger } = aLog();

      const rpc = await aConnectedClient(t, server, { transport, logger: { ...logger, debug: noted.set } });

      assert.equal(await noted.happened, 'method_not_found: system.hello: no such method');
      assert.equal(await rpc.call('a.b'), 'works');
    });

    it('fails a strict client where the server knows nothing of it', async (t) => {
      const server = await aServer(t);
      server.onHello = (session, command) => {
        session.refuse(command, 404, 'no such method');
      };

      await assert.rejects(
        aClient(t, server.url, { transport, strict: true }).connect(),
        new errors.RpcUnsupportedServerError('method_not_found: system.hello: no such method'),
      );
    });

    it('is cut short by disconnect(): that is what a strict connect() says', async (t) => {
      const server = await aServer(t);
      const rpc = aClient(t, server.url, { transport, strict: true });
      server.onHello = () => {
        rpc.disconnect();
      };

      await assert.rejects(rpc.connect(), new errors.RpcConnectionError('disconnect() was called'));
    });

    it('delays no call', async (t) => {
      const server = await aServer(t);
      server.onHello = () => undefined;
      serve(server, (request) => {
        request.answer({ result: 'at once' });
      });

      const rpc = await aConnectedClient(t, server, { transport });

      assert.equal(await rpc.call('a.b'), 'at once');
    });
  });
}

describe('the difference of contracts', () => {
  it('names ten methods of each kind and counts the others', async () => {
    const names = Array.from({ length: 12 }, (_, n) => `m${String(n)}`);

    const text = await contractDifference((params) =>
      Promise.resolve('methods' in params ? { missing: names, different: names.slice(0, 10) } : {}),
    );

    assert.equal(
      text,
      'this SDK does not fit the server, which has no m0, m1, m2, m3, m4, m5, m6, m7, m8, m9 and 2 more, ' +
        'and has another m0, m1, m2, m3, m4, m5, m6, m7, m8, m9. ' +
        "Generate it from the server's handlers anew.",
    );
  });

  it('is none where only the server has more methods', async () => {
    assert.equal(await contractDifference(() => Promise.resolve({ same: false })), undefined);
  });
});
