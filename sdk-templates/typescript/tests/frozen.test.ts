import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { aConnectedClient, aServer, serve } from './fixtures.js';

for (const transport of ['pubsub', 'rpc'] as const) {
  describe(`a request by ${transport} around sleep`, () => {
    it('tells its age by the clock on the wall, too: the other one stands still in sleep', async (t) => {
      const server = await aServer(t);
      const requests = serve(server, ({ session, number, answer }) => {
        if (number === 1) {
          t.mock.timers.enable({ apis: ['Date'], now: Date.now() + 3_600_000 });
          session.cut();
        } else {
          answer({ result: null });
        }
      });
      const rpc = await aConnectedClient(t, server, { transport });

      await rpc.call('a.b', {}, { timeoutMs: 7_200_000 });

      const { age_ms = 0, timeout_ms = 0 } = requests[1]?.envelope ?? {};
      assert.ok(age_ms >= 3_600_000, String(age_ms));
      assert.ok(timeout_ms <= 3_600_000, String(timeout_ms));
    });

    it('is answered at its limit by what came while the process was frozen', async (t) => {
      const server = await aServer(t);
      serve(server, ({ answer }) => {
        answer({ result: 'in the socket' });
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1_500);
      });
      const rpc = await aConnectedClient(t, server, { transport });

      assert.equal(await rpc.call('a.b', {}, { timeoutMs: 200 }), 'in the socket');
    });
  });
}
