import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { TaskNotFoundError } from '../runtime/declared-errors.js';
import * as errors from '../runtime/errors.js';
import { InMemoryRPC } from '../runtime/in-memory.js';
import { failureOf, Signal } from './fixtures.js';

describe('calls without a network', () => {
  it('pass both ways through JSON', async () => {
    const seen: unknown[] = [];
    const rpc = new InMemoryRPC({
      'tasks.get': (params: { since: string }) => {
        seen.push(params);
        return { since: new Date(0), left: undefined, more: Infinity };
      },
    });

    const result = await rpc.call('tasks.get', { since: new Date(0), left: undefined });

    assert.deepEqual(seen, [{ since: '1970-01-01T00:00:00.000Z' }]);
    assert.deepEqual(result, { since: '1970-01-01T00:00:00.000Z', more: null });
  });

  it('give functions objects of their own', async () => {
    const params = { tags: ['a'] };
    const rpc = new InMemoryRPC({
      change: ({ tags }: { tags: string[] }) => {
        tags.push('b');
        return tags;
      },
    });

    assert.deepEqual(await rpc.call('change', params), ['a', 'b']);
    assert.deepEqual(params, { tags: ['a'] });
  });

  it('wait for promises, and take {} for no params and null for no result', async () => {
    const rpc = new InMemoryRPC({
      later: (params: unknown) => Promise.resolve(params),
      nothing: () => undefined,
    });

    assert.deepEqual(await rpc.call('later'), {});
    assert.equal(await rpc.call('nothing'), null);
  });

  it('fail as the server would fail them', async () => {
    const rpc = new InMemoryRPC({
      declared: () => {
        throw new errors.RpcError('declared', 1404, 'task_not_found', 'no task', {
          details: { id: 7, at: new Date(0) },
        });
      },
      late: () => {
        throw new errors.RpcTimeoutError('late', 'too late');
      },
    });

    const declared = await failureOf(rpc.call('declared'));
    const { code, name, message, rawMessage, details } = declared;
    assert.deepEqual(
      [code, name, message, rawMessage, details],
      [1404, 'task_not_found', 'declared: no task', 'no task', { id: 7, at: '1970-01-01T00:00:00.000Z' }],
    );
    assert.ok((await failureOf(rpc.call('late'))) instanceof errors.RpcTimeoutError);
  });

  it('fail with the errors that methods declare', async () => {
    const rpc = new InMemoryRPC({
      get: () => {
        throw new TaskNotFoundError('get', 'no task', { details: { task_id: '7' } });
      },
    });

    const error = await failureOf(rpc.call('get'));

    assert.ok(error instanceof TaskNotFoundError);
    assert.deepEqual(error.details, { task_id: '7' });
  });

  it('fail where there is no function, also by a name that every object has', async () => {
    for (const method of ['a.b', 'toString', '__proto__']) {
      const { code, name, message } = await failureOf(new InMemoryRPC({}).call(method));

      assert.deepEqual(
        [code, name, message],
        [404, 'method_not_found', `${method}: there is no such method`],
      );
    }
  });

  it('fail with what the function throws where that is no answer', async () => {
    const mistake = new TypeError('in the function');
    const rpc = new InMemoryRPC({ wrong: () => Promise.reject(mistake), big: () => 1n });

    await assert.rejects(rpc.call('wrong'), mistake);
    await assert.rejects(rpc.call('big'), TypeError);
  });

  it('refuse params that are no JSON', async () => {
    const error = await failureOf(new InMemoryRPC({ a: () => 1 }).call('a', { id: 1n }));

    assert.deepEqual([error.code, error.name], [422, 'invalid_params']);
  });

  it('end at their limit, the options first and then the method', async () => {
    const rpc = new InMemoryRPC({ never: () => new Promise(() => undefined) });

    for (const call of [rpc.call('never', {}, {}, 20), rpc.call('never', {}, { timeoutMs: 20 }, 60_000)]) {
      const error = await failureOf(call);

      assert.ok(error instanceof errors.RpcTimeoutError);
      assert.equal(error.message, 'never: no reply within 20 ms');
    }
  });

  it('end with the reason of their signal', async () => {
    const begun = new Signal();
    const rpc = new InMemoryRPC({
      never: () => {
        begun.set();
        return new Promise(() => undefined);
      },
    });
    const controller = new AbortController();
    const reason = new Error('the user left');

    const call = rpc.call('never', {}, { signal: controller.signal });
    await begun.happened;
    controller.abort(reason);

    await assert.rejects(call, reason);
    await assert.rejects(rpc.call('never', {}, { signal: controller.signal }), reason);
  });
});
