import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import * as errors from '../runtime/errors.js';
import { aConnectedClient, aServer, serve, Signal } from './fixtures.js';

const CALLS = 10_000;
const MOST_BYTES_PER_CALL = 8 * 1024;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

function usedBytes(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

describe(`${String(CALLS)} calls in flight`, () => {
  it('take little memory, are all answered, and leave nothing behind', async (t) => {
    const server = await aServer(t);
    const arrived = new Signal();
    const requests = serve(server, ({ number, command, session }) => {
      session.reply(command, { publish: {} });
      if (number === CALLS) {
        arrived.set();
      }
    });
    const rpc = await aConnectedClient(t, server);
    const before = usedBytes();

    const calls = Array.from({ length: CALLS }, (_, n) => rpc.call('a.b', { n }, { timeoutMs: 60_000 }));
    await arrived.happened;

    const bytesPerCall = (usedBytes() - before) / CALLS;
    assert.ok(bytesPerCall < MOST_BYTES_PER_CALL, `${String(bytesPerCall)} bytes for each`);
    for (const { envelope, answer } of requests) {
      answer({ result: envelope.params });
    }
    const results = await Promise.all(calls);
    assert.deepEqual(
      results,
      calls.map((_, n) => ({ n })),
    );
    assert.equal(rpc.lateReplies, 0);
  });

  it('are sent again, each once, after a lost connection', async (t) => {
    const server = await aServer(t);
    const requests = serve(server, ({ number, session, answer }) => {
      if (number === CALLS) {
        session.cut();
      } else if (number > CALLS) {
        answer({ result: null });
      }
    });
    const rpc = await aConnectedClient(t, server, { transport: 'rpc' });

    await Promise.all(Array.from({ length: CALLS }, (_, n) => rpc.call('a.b', { n }, { timeoutMs: 60_000 })));

    assert.equal(requests.length, 2 * CALLS);
    assert.equal(new Set(requests.map(({ envelope }) => envelope.correlation_id)).size, CALLS);
  });

  it('end together when the client disconnects', async (t) => {
    const server = await aServer(t);
    serve(server, () => undefined);
    const rpc = await aConnectedClient(t, server, { transport: 'rpc' });

    const calls = Array.from({ length: CALLS }, (_, n) => rpc.call('a.b', { n }));
    rpc.disconnect();

    for (const outcome of await Promise.allSettled(calls)) {
      assert.ok(outcome.status === 'rejected' && outcome.reason instanceof errors.RpcOutcomeUnknownError);
    }
  });
});
