import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import * as errors from '../runtime/errors.js';
import type { Transport } from '../runtime/options.js';
import { aConnectedClient, aClient, aServer, failureOf, serve, Signal, USER } from './fixtures.js';

const CARE = 'The server may have run it; repeat only if that is safe.';

for (const transport of ['pubsub', 'rpc'] as const satisfies Transport[]) {
  describe(`a request by ${transport}`, { concurrency: true }, () => {
    it('is sent again after a lost connection, with the same id and the same params', async (t) => {
      const server = await aServer(t);
      const requests = serve(server, ({ session, number, answer }) => {
        if (number === 1) {
          session.cut();
        } else {
          answer({ result: 'done' });
        }
      });
      const rpc = await aConnectedClient(t, server, { transport });
      const params = { text: 'before' };

      const call = rpc.call('a.b', params, { timeoutMs: 20_000 });
      params.text = 'after';

      assert.equal(await call, 'done');
      const [first, second] = requests.map(({ envelope }) => envelope);
      assert.deepEqual(first?.params, { text: 'before' });
      assert.deepEqual([first.attempt, first.age_ms], [undefined, undefined]);
      const { attempt, age_ms = -1, timeout_ms, ...same } = second ?? assert.fail();
      assert.deepEqual({ ...same, timeout_ms: first.timeout_ms }, first);
      assert.equal(attempt, 2);
      assert.ok(age_ms >= 0 && age_ms < 20_000, String(age_ms));
      assert.ok(Math.abs(timeout_ms + age_ms - first.timeout_ms) < 500, String(timeout_ms));
      assert.equal(rpc.lateReplies, 0);
    });

    it("is sent again after Centrifugo's error 100, in pauses", async (t) => {
      const server = await aServer(t);
      const requests = serve(server, ({ session, command, number, answer }) => {
        if (number <= 3) {
          session.refuse(command, 100, 'internal server error', true);
        } else {
          answer({ result: 'at last' });
        }
      });
      const rpc = await aConnectedClient(t, server, { transport });

      assert.equal(await rpc.call('a.b', {}), 'at last');
      assert.deepEqual(
        requests.map(({ envelope }) => envelope.attempt),
        [undefined, 2, 3, 4],
      );
    });

    it("ends as unknown where Centrifugo's error 100 lasts", async (t) => {
      const server = await aServer(t);
      serve(server, ({ session, command }) => {
        session.refuse(command, 100, 'internal server error', true);
      });
      const rpc = await aConnectedClient(t, server, { transport });

      const error = await failureOf(rpc.call('a.b', {}, { timeoutMs: 300 }));

      assert.ok(error instanceof errors.RpcOutcomeUnknownError);
      assert.equal(
        error.message,
        `a.b: Centrifugo got no proper answer from the RPC server (100) and no reply came within 300 ms. ${CARE}`,
      );
    });

    it('names the limit of the proxy where error 100 took that long', async (t) => {
      const server = await aServer(t);
      serve(server, ({ session, command }) => {
        setTimeout(() => {
          session.refuse(command, 100, 'internal server error', true);
        }, 1_000);
      });
      const rpc = await aConnectedClient(t, server, { transport, resend: false });

      const error = await failureOf(rpc.call('a.b', {}));

      assert.ok(error instanceof errors.RpcOutcomeUnknownError);
      const setting = transport === 'rpc' ? 'rpc.proxy.timeout' : 'channel.proxy.publish.timeout';
      assert.equal(
        error.message.replace(/\d+ ms/, '… ms'),
        `a.b: Centrifugo got no proper answer from the RPC server within … ms (100; see its setting ${setting}). ${CARE}`,
      );
    });

    it('ends as unknown where the connection does not come back in time', async (t) => {
      const server = await aServer(t);
      serve(server, ({ session }) => {
        server.onConnect = () => undefined;
        session.cut();
      });
      const rpc = await aConnectedClient(t, server, { transport });

      const error = await failureOf(rpc.call('a.b', {}, { timeoutMs: 300 }));

      assert.ok(error instanceof errors.RpcOutcomeUnknownError);
      assert.equal(error.message, `a.b: the connection was lost and no reply came within 300 ms. ${CARE}`);
    });

    it('is not the second one where it waited for the connection', async (t) => {
      const server = await aServer(t);
      const requests = serve(server, ({ answer }) => {
        answer({ result: 'done' });
      });
      const rpc = aClient(t, server.url, { transport });

      const connected = rpc.connect();
      assert.equal(await rpc.call('a.b'), 'done');

      await connected;
      assert.deepEqual([requests.length, requests[0]?.envelope.attempt], [1, undefined]);
    });

    it('is refused again for now, which says nothing of the first one: it is sent until that is answered', async (t) => {
      const server = await aServer(t);
      const requests = serve(server, ({ session, command, envelope, number, answer }) => {
        if (number === 1) {
          session.cut();
        } else if (number === 2) {
          session.refuse(command, 429, 'too many');
        } else if (number === 3 && transport === 'rpc') {
          answer({ error: { code: 503, name: 'unavailable', message: 'closing' } });
        } else {
          answer({ result: envelope.attempt });
        }
      });
      const rpc = await aConnectedClient(t, server, { transport });

      assert.equal(await rpc.call('a.b', {}), requests.length);
      assert.ok(requests.length >= 3);
    });

    it('is refused at first for now: the caller hears of it', async (t) => {
      const server = await aServer(t);
      const requests = serve(server, ({ session, command }) => {
        session.refuse(command, 429, 'too many');
      });
      const rpc = await aConnectedClient(t, server, { transport });

      const error = await failureOf(rpc.call('a.b', {}));

      assert.deepEqual([error.code, error.name, requests.length], [429, 'overloaded', 1]);
    });

    it('ends as unknown where Centrifugo refuses to hand it over again', async (t) => {
      const server = await aServer(t);
      serve(server, ({ session, command, number }) => {
        if (number === 1) {
          session.cut();
        } else {
          session.refuse(command, 103, 'permission denied');
        }
      });
      const rpc = await aConnectedClient(t, server, { transport });

      const error = await failureOf(rpc.call('a.b', {}));

      assert.ok(error instanceof errors.RpcOutcomeUnknownError);
      assert.equal(error.message, `a.b: it could not be sent again: permission denied (103). ${CARE}`);
    });

    it('ends as the server says of the second one', async (t) => {
      const server = await aServer(t);
      serve(server, ({ session, number, answer }) => {
        if (number === 1) {
          session.cut();
        } else {
          answer({ error: { code: 410, name: 'outcome_unknown', message: 'forgotten' } });
        }
      });
      const rpc = await aConnectedClient(t, server, { transport });

      const error = await failureOf(rpc.call('a.b', {}));

      assert.ok(error instanceof errors.RpcOutcomeUnknownError);
      assert.equal(error.rawMessage, 'forgotten');
    });

    it('is not sent again where that is switched off', async (t) => {
      const server = await aServer(t);
      const requests = serve(server, ({ session }) => {
        session.cut();
      });
      const rpc = await aConnectedClient(t, server, { transport, resend: false });

      const error = await failureOf(rpc.call('a.b', {}, { timeoutMs: 2_000 }));

      assert.ok(error instanceof errors.RpcOutcomeUnknownError);
      assert.equal(requests.length, 1);
    });

    it('leaves nothing behind where disconnect() comes while the connection is away', async (t) => {
      const server = await aServer(t);
      const gone = new Signal();
      const requests = serve(server, ({ session }) => {
        server.onConnect = () => {
          gone.set();
        };
        session.cut();
      });
      const rpc = await aConnectedClient(t, server, { transport });
      const sent = rpc.call('a.sent', {});
      await gone.happened;
      const unsent = rpc.call('a.unsent', {});

      rpc.disconnect();

      assert.ok((await failureOf(sent)) instanceof errors.RpcOutcomeUnknownError);
      const error = await failureOf(unsent);
      assert.ok(error instanceof errors.RpcNotSentError);
      assert.equal(error.message, 'a.unsent: not sent: disconnect() was called. It is safe to repeat.');
      assert.equal(requests.length, 1);
    });

    it('fits into a frame however often it is sent', async (t) => {
      const server = await aServer(t);
      serve(server, ({ session, number, answer }) => {
        if (number === 1) {
          session.cut();
        } else {
          answer({ result: null });
        }
      });
      const rpc = await aConnectedClient(t, server, { transport, maxFrameBytes: 1_000 });
      let length = 1_000;
      const largest = async (): Promise<unknown> => {
        try {
          return await rpc.call('a.b', { text: 'x'.repeat(length) });
        } catch (error) {
          assert.ok(error instanceof errors.RpcTooLargeError);
          length -= 1;
          return largest();
        }
      };

      await largest();

      assert.ok(server.largestMessage <= 1_000 && server.largestMessage > 950, String(server.largestMessage));
    });

    it('never shares a frame with others that waited: together they may be too large', async (t) => {
      const server = await aServer(t);
      serve(server, ({ answer }) => {
        answer({ result: null });
      });
      const rpc = aClient(t, server.url, { transport });

      const calls = Array.from({ length: 40 }, () => rpc.connect().then(() => null));
      const waiting = Array.from({ length: 40 }, () => rpc.call('a.b', { text: 'x'.repeat(4_000) }));
      await Promise.all([...calls, ...waiting]);

      assert.ok(server.largestMessage < 5_000, String(server.largestMessage));
    });
  });
}

describe('a published request', { concurrency: true }, () => {
  it('is not sent again where its reply was recovered', async (t) => {
    const server = await aServer(t);
    const requests = serve(server, ({ session, number, answer, envelope }) => {
      if (number > 1) {
        answer({ result: 'another' });
        return;
      }
      const data = { correlation_id: envelope.correlation_id, result: 'recovered' };
      server.onSubscribe = (later, command) => {
        later.reply(command, {
          subscribe: { recoverable: true, recovered: true, epoch: 'e', publications: [{ data, offset: 1 }] },
        });
      };
      session.cut();
    });
    const rpc = await aConnectedClient(t, server);

    assert.equal(await rpc.call('a.b'), 'recovered');
    assert.equal(await rpc.call('a.c'), 'another');
    assert.equal(requests.length, 2);
  });

  it('is sent again where its reply channel was subscribed anew', async (t) => {
    const server = await aServer(t);
    const requests = serve(server, ({ session, command, number, answer }) => {
      if (number === 1) {
        session.reply(command, { publish: {} });
        session.unsubscribe(`user#${USER}`, 2500, 'insufficient state');
      } else {
        answer({ result: 'repeated' });
      }
    });
    const rpc = await aConnectedClient(t, server);

    assert.equal(await rpc.call('a.b'), 'repeated');
    assert.equal(requests[1]?.envelope.attempt, 2);
  });

  it('is sent again where the token stopped to subscribe to the reply channel meanwhile', async (t) => {
    const server = await aServer(t);
    const channel = `user#${USER}`;
    const { onSubscribe } = server;
    server.onConnect = (session, command) => {
      session.reply(command, { connect: { client: 'c1', subs: { [channel]: {} } } });
    };
    server.onSubscribe = (session, command) => {
      session.refuse(command, 105, 'already subscribed');
    };
    serve(server, ({ session, command, number, answer }) => {
      if (number === 1) {
        server.onSubscribe = onSubscribe;
        session.reply(command, { publish: {} });
        session.unsubscribe(channel, 2000, 'unsubscribed');
      } else {
        answer({ result: 'repeated' });
      }
    });
    const rpc = await aConnectedClient(t, server);

    assert.equal(await rpc.call('a.b'), 'repeated');
  });

  it('is sent again where nothing acknowledged it', async (t) => {
    const server = await aServer(t);
    serve(server, ({ number, answer }) => {
      if (number === 2) {
        answer({ result: 'the second one' });
      }
    });
    const rpc = await aConnectedClient(t, server);

    assert.equal(await rpc.call('a.b'), 'the second one');
  });
});
