import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import * as errors from '../runtime/errors.js';
import type { Command, Envelope } from './fake-centrifugo.js';
import {
  aClient,
  aConnectedClient,
  answer,
  answerRpc,
  aServer,
  failureOf,
  Signal,
  USER,
} from './fixtures.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const CARE = 'The server may have run it; repeat only if that is safe.';

describe('a call by pub/sub', () => {
  it('publishes the envelope, method before params', async (t) => {
    const server = await aServer(t);
    let frame = '';
    server.onPublish = (session, command) => {
      frame = server.frames.at(-1) ?? '';
      answer(session, command, { result: { total: 3 } });
    };
    const rpc = await aConnectedClient(t, server);

    const result = await rpc.call('tasks.get_stats', { user_id: '123' });

    assert.deepEqual(result, { total: 3 });
    const { data } = (JSON.parse(frame) as Command).publish ?? assert.fail();
    assert.deepEqual(Object.keys(data), ['correlation_id', 'method', 'params', 'reply_to', 'timeout_ms']);
    assert.match(data.correlation_id, UUID);
    assert.equal(data.method, 'tasks.get_stats');
    assert.deepEqual(data.params, { user_id: '123' });
    assert.equal(data.reply_to, `user#${USER}`);
    assert.ok(data.timeout_ms > 29_000 && data.timeout_ms <= 30_000);
  });

  it('takes a reply that overtakes the acknowledgement', async (t) => {
    const server = await aServer(t);
    server.onPublish = (session, command) => {
      const { correlation_id } = command.publish?.data ?? assert.fail();
      session.push(`user#${USER}`, { correlation_id, result: 'early' });
      session.reply(command, { publish: {} });
    };
    const rpc = await aConnectedClient(t, server);

    assert.equal(await rpc.call('a.b', {}), 'early');
  });

  it('keeps two hundred parallel calls apart', async (t) => {
    const server = await aServer(t);
    server.onPublish = (session, command) => {
      answer(session, command, { result: command.publish?.data.params });
    };
    const rpc = await aConnectedClient(t, server);
    const numbers = Array.from({ length: 200 }, (_, n) => n);

    const results = await Promise.all(numbers.map((n) => rpc.call('echo', { n })));

    assert.deepEqual(
      results,
      numbers.map((n) => ({ n })),
    );
  });

  it('drops and counts a reply that another client forged', async (t) => {
    const server = await aServer(t);
    server.onPublish = (session, command) => {
      const { correlation_id } = command.publish?.data ?? assert.fail();
      session.push(`user#${USER}`, { correlation_id, result: 'forged' }, { user: 'mallory', client: 'c9' });
      answer(session, command, { result: 'real' });
    };
    const rpc = await aConnectedClient(t, server);

    assert.equal(await rpc.call('a.b', {}), 'real');
    assert.equal(rpc.droppedReplies, 1);
  });

  it("ignores another tab's reply and hands on what is no reply", async (t) => {
    const server = await aServer(t);
    const events: unknown[] = [];
    server.onPublish = (session, command) => {
      session.push(`user#${USER}`, { correlation_id: 'of another tab', result: 1 });
      session.push(`user#${USER}`, { event: 'task_done' });
      session.push(`user#${USER}`, 'text');
      answer(session, command, { result: null });
    };
    const rpc = await aConnectedClient(t, server, { onPublication: (data) => events.push(data) });

    assert.equal(await rpc.call('a.b', {}), null);
    assert.deepEqual(events, [{ event: 'task_done' }, 'text']);
    assert.equal(rpc.droppedReplies, 0);
  });

  it('survives a hook that throws, and logs it', async (t) => {
    const server = await aServer(t);
    const logged: unknown[] = [];
    server.onPublish = (session, command) => {
      session.push(`user#${USER}`, { event: 1 });
      answer(session, command, { result: 'fine' });
    };
    const mistake = new Error('in the hook');
    const silent = (): void => undefined;
    const rpc = await aConnectedClient(t, server, {
      onPublication: () => {
        throw mistake;
      },
      logger: { debug: silent, info: silent, warn: silent, error: (...all) => logged.push(all) },
    });

    assert.equal(await rpc.call('a.b', {}), 'fine');
    assert.deepEqual(logged, [['onPublication failed', mistake]]);
  });

  it('is refused with the name that belongs to the code', async (t) => {
    const server = await aServer(t);
    server.onPublish = (session, command) => {
      session.refuse(command, 404, 'no method a.b');
    };
    const rpc = await aConnectedClient(t, server);

    const error = await failureOf(rpc.call('a.b', {}));

    assert.deepEqual(
      [error.code, error.name, error.method, error.message, error.rawMessage],
      [404, 'method_not_found', 'a.b', 'a.b: no method a.b', 'no method a.b'],
    );
    assert.ok(error.cause instanceof Error);
  });
});

describe('a call by rpc', () => {
  it('wraps the envelope and unwraps the reply', async (t) => {
    const server = await aServer(t);
    let sent: Envelope | undefined;
    server.onRpc = (session, command) => {
      assert.equal(command.rpc?.method, 'tasks.get_stats');
      sent = command.rpc.data;
      answerRpc(session, command, { result: [1, 2] });
    };
    const rpc = await aConnectedClient(t, server, { transport: 'rpc' });

    assert.deepEqual(await rpc.call('tasks.get_stats'), [1, 2]);
    assert.deepEqual(Object.keys(sent ?? {}), ['$rpc', 'correlation_id', 'params', 'timeout_ms']);
    assert.deepEqual(sent?.params, {});
  });

  it('refuses an answer that is no reply', async (t) => {
    const server = await aServer(t);
    server.onRpc = (session, command) => {
      session.reply(command, { rpc: { data: { total: 1 } } });
    };
    const rpc = await aConnectedClient(t, server, { transport: 'rpc' });

    const error = await failureOf(rpc.call('a.b', {}));

    assert.ok(error instanceof errors.RpcDecodeError);
    assert.deepEqual([error.code, error.name], [500, 'invalid_result']);
    assert.equal(error.message, 'a.b: the reply holds neither a result nor an error');
  });

  const refusals: [number, string, number, string, string][] = [
    [101, 'unauthorized', 401, 'unauthenticated', 'unauthorized'],
    [103, 'permission denied', 403, 'permission_denied', 'permission denied'],
    [109, 'token expired', 401, 'unauthenticated', 'token expired'],
    [111, 'too many requests', 429, 'overloaded', 'too many requests'],
    [1500, 'no stock', 1500, 'error', 'no stock'],
    [
      108,
      'not available',
      108,
      'misconfigured',
      'Centrifugo is not set up for this call: not available (108). See its setting publish_proxy_enabled of the request channel, or rpc.without_namespace.proxy_enabled.',
    ],
    [
      100,
      'internal server error',
      410,
      'outcome_unknown',
      `Centrifugo got no proper answer from the RPC server (100). ${CARE}`,
    ],
  ];
  for (const [code, text, expectedCode, name, message] of refusals) {
    it(`reads Centrifugo's own error ${String(code)} as ${name}`, async (t) => {
      const server = await aServer(t);
      server.onRpc = (session, command) => {
        session.refuse(command, code, text);
      };
      const rpc = await aConnectedClient(t, server, { transport: 'rpc', resend: false });

      const error = await failureOf(rpc.call('a.b', {}));

      assert.deepEqual([error.code, error.name, error.rawMessage], [expectedCode, name, message]);
      assert.equal(error instanceof errors.RpcOutcomeUnknownError, expectedCode === 410);
    });
  }

  const replies: [object, new (...args: never[]) => errors.RpcError][] = [
    [{ code: 422, name: 'invalid_params', message: 'bad', details: [{ path: '$.x' }] }, errors.RpcError],
    [
      { code: 408, name: 'deadline_exceeded', message: 'late', details: { started: true } },
      errors.RpcTimeoutError,
    ],
    [{ code: 410, name: 'outcome_unknown', message: 'forgotten' }, errors.RpcOutcomeUnknownError],
    [{ code: 1234, name: 'out_of_stock', message: 'none left', details: { left: 0 } }, errors.RpcError],
  ];
  for (const [error, type] of replies) {
    it(`turns the reply's error ${JSON.stringify(error)} into a ${type.name}`, async (t) => {
      const server = await aServer(t);
      server.onRpc = (session, command) => {
        answerRpc(session, command, { error });
      };
      const rpc = await aConnectedClient(t, server, { transport: 'rpc' });

      const failure = await failureOf(rpc.call('a.b', {}));

      assert.equal(failure.constructor, type);
      const { code, name, rawMessage: message, details } = failure;
      assert.deepEqual({ details: undefined, ...error }, { details, code, name, message });
    });
  }
});

describe('a call ends', () => {
  it('as not sent, before connect()', async (t) => {
    const error = await failureOf(aClient(t, 'ws://127.0.0.1:1').call('a.b', {}));

    assert.ok(error instanceof errors.RpcNotSentError);
    assert.deepEqual(
      [error.code, error.name, error.message],
      [503, 'not_sent', 'a.b: not connected. Call connect() first.'],
    );
  });

  it('as too large, before anything is written', async (t) => {
    const server = await aServer(t);
    const rpc = await aConnectedClient(t, server, { maxFrameBytes: 1000 });
    const before = server.frames.length;

    const error = await failureOf(rpc.call('a.b', { text: 'ü'.repeat(500) }));

    assert.ok(error instanceof errors.RpcTooLargeError);
    assert.deepEqual([error.code, error.name], [413, 'too_large']);
    assert.match(
      error.message,
      /^a\.b: the request needs a frame of 1\d\d\d bytes, the limit is 1000\. Send less, or raise websocket\.message_size_limit in Centrifugo and maxFrameBytes here\.$/,
    );
    assert.equal(server.frames.length, before);
  });

  it('never writes a frame over the limit, and nearly fills it', async (t) => {
    const server = await aServer(t);
    server.onPublish = (session, command) => {
      answer(session, command, { result: null });
    };
    const rpc = await aConnectedClient(t, server, { maxFrameBytes: 1000 });

    for (let length = 1000; ; length -= 1) {
      try {
        await rpc.call('a.b', { text: 'x'.repeat(length) });
        break;
      } catch (error) {
        assert.ok(error instanceof errors.RpcTooLargeError);
      }
    }

    const size = Buffer.byteLength(server.frames.at(-1) ?? '');
    // What a sending again adds has its place.
    assert.ok(size <= 955 && size > 940, String(size));
  });

  it('as invalid, where the params are no JSON', async (t) => {
    const server = await aServer(t);
    const rpc = await aConnectedClient(t, server);

    const error = await failureOf(rpc.call('a.b', { id: 1n }));

    assert.deepEqual([error.code, error.name], [422, 'invalid_params']);
    assert.match(
      error.message,
      /^a\.b: the params are no JSON: TypeError: Do not know how to serialize a BigInt/,
    );
    assert.ok(error.cause instanceof TypeError);
  });

  it('as timed out, once the server has taken it', async (t) => {
    const server = await aServer(t);
    const rpc = await aConnectedClient(t, server);

    const error = await failureOf(rpc.call('a.b', {}, { timeoutMs: 500 }));

    assert.ok(error instanceof errors.RpcTimeoutError);
    assert.deepEqual(
      [error.code, error.name, error.message],
      [408, 'deadline_exceeded', `a.b: no reply within 500 ms. ${CARE}`],
    );
  });

  it('as timed out by rpc', async (t) => {
    const server = await aServer(t);
    server.onRpc = () => undefined;
    const rpc = await aConnectedClient(t, server, { transport: 'rpc' });

    assert.ok((await failureOf(rpc.call('a.b', {}, { timeoutMs: 30 }))) instanceof errors.RpcTimeoutError);
  });

  it('as unknown, where nothing was acknowledged in time', async (t) => {
    const server = await aServer(t);
    server.onPublish = () => undefined;
    const rpc = await aConnectedClient(t, server);

    const error = await failureOf(rpc.call('a.b', {}, { timeoutMs: 30 }));

    assert.ok(error instanceof errors.RpcOutcomeUnknownError);
    assert.equal(
      error.message,
      `a.b: nothing acknowledged the request and no reply came within 30 ms. ${CARE}`,
    );
  });

  it('with the reason of its signal', async (t) => {
    const server = await aServer(t);
    const arrived = new Signal();
    server.onPublish = () => {
      arrived.set();
    };
    const rpc = await aConnectedClient(t, server);
    const controller = new AbortController();
    const reason = new Error('the user left');

    const call = rpc.call('a.b', {}, { signal: controller.signal });
    await arrived.happened;
    controller.abort(reason);

    await assert.rejects(call, reason);
    await assert.rejects(rpc.call('a.b', {}, { signal: controller.signal }), reason);
  });

  it('as unknown, when the client disconnects after writing', async (t) => {
    const server = await aServer(t);
    const arrived = new Signal();
    server.onPublish = (session, command) => {
      session.reply(command, { publish: {} });
      arrived.set();
    };
    const rpc = await aConnectedClient(t, server);

    const call = rpc.call('a.b', {});
    await arrived.happened;
    rpc.disconnect();

    const error = await failureOf(call);
    assert.ok(error instanceof errors.RpcOutcomeUnknownError);
    assert.equal(
      error.message,
      `a.b: the connection went while the call was under way: disconnect() was called. ${CARE}`,
    );
  });

  it('as unknown, when disconnect() follows at once: what was begun is still written', async (t) => {
    const server = await aServer(t);
    const arrived = new Signal();
    server.onPublish = () => {
      arrived.set();
    };
    const rpc = await aConnectedClient(t, server);

    const call = rpc.call('a.b', {});
    rpc.disconnect();

    assert.ok((await failureOf(call)) instanceof errors.RpcOutcomeUnknownError);
    await arrived.happened;
  });

  it('by refusing a limit that is none', async (t) => {
    const server = await aServer(t);
    const rpc = await aConnectedClient(t, server);

    await assert.rejects(
      rpc.call('a.b', {}, { timeoutMs: -1 }),
      new RangeError('timeoutMs is -1, and must be more than 0'),
    );
  });

  it('when the client is disposed of', async (t) => {
    const server = await aServer(t);
    const rpc = await aConnectedClient(t, server);

    const call = rpc.call('a.b', {});
    await rpc[Symbol.asyncDispose]();

    assert.ok((await failureOf(call)) instanceof errors.RpcOutcomeUnknownError);
  });
});
