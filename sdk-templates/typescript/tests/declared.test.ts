import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';

import {
  isTaskLocked,
  isTaskNotFound,
  TaskLockedError,
  TaskNotFoundError,
} from '../runtime/declared-errors.js';
import { RpcError } from '../runtime/errors.js';
import { InMemoryRPC } from '../runtime/in-memory.js';
import type { Transport } from '../runtime/options.js';
import { aConnectedClient, answer, answerRpc, aServer, failureOf } from './fixtures.js';

async function failed(t: TestContext, error: object, transport: Transport = 'pubsub'): Promise<unknown> {
  const server = await aServer(t);
  server.onPublish = (session, command) => {
    answer(session, command, { error });
  };
  server.onRpc = (session, command) => {
    answerRpc(session, command, { error });
  };
  const rpc = await aConnectedClient(t, server, { transport });
  return failureOf(rpc.call('tasks.get', {}));
}

// region told
function told(error: unknown): string {
  if (isTaskNotFound(error)) {
    return `Task ${error.details.task_id} is gone.`;
  }
  return error instanceof RpcError ? error.rawMessage : String(error);
}
// endregion

describe('an error that methods declare', () => {
  for (const transport of ['pubsub', 'rpc'] as const) {
    it(`is of a class of its own, by ${transport}`, async (t) => {
      const sent = { code: 1404, name: 'task_not_found', message: 'Gone.', details: { task_id: '7' } };

      const error = await failed(t, sent, transport);

      assert.ok(isTaskNotFound(error));
      assert.ok(error instanceof TaskNotFoundError);
      assert.ok(error instanceof RpcError);
      assert.ok(!isTaskLocked(error));
      const name: 'task_not_found' = error.name;
      const code: 1404 = error.code;
      const taskId: string = error.details.task_id;
      assert.deepEqual([name, code, taskId], ['task_not_found', 1404, '7']);
      assert.deepEqual(
        [error.method, error.rawMessage, error.message],
        ['tasks.get', 'Gone.', 'tasks.get: Gone.'],
      );
    });
  }

  it('is narrowed by its function', () => {
    const gone = new TaskNotFoundError('a.b', 'Gone.', { details: { task_id: '7' } });
    const locked = new TaskLockedError('a.b', 'Locked.');

    assert.deepEqual([gone, locked, 'else'].map(told), ['Task 7 is gone.', 'Locked.', 'else']);
  });

  it('is narrowed by its literal name', () => {
    const errors: (TaskNotFoundError | TaskLockedError)[] = [
      new TaskLockedError('a.b', 'Locked.'),
      new TaskNotFoundError('a.b', 'Gone.', { details: { task_id: '7' } }),
    ];

    const parts = errors.map((error) =>
      error.name === 'task_not_found' ? error.details.task_id : error.code,
    );

    assert.deepEqual(parts, [1409, '7']);
  });

  it('travels in memory', async () => {
    const rpc = new InMemoryRPC({
      gone: () => {
        throw new TaskNotFoundError('', 'Gone.', { details: { task_id: '7' } });
      },
      named: () => {
        throw new RpcError('', 1404, 'task_not_found', 'Gone.', { details: { task_id: '7' } });
      },
    });

    for (const method of ['gone', 'named']) {
      const error = await failureOf(rpc.call(method, {}));

      assert.ok(isTaskNotFound(error));
      assert.deepEqual([error.method, error.details], [method, { task_id: '7' }]);
    }
  });

  it('needs no details where none are declared, and keeps those of a newer server', async (t) => {
    const without = await failed(t, { code: 1409, name: 'locked', message: 'Locked.' });
    const newer = await failed(t, { code: 1409, name: 'locked', message: 'Locked.', details: { by: 'ada' } });

    assert.ok(isTaskLocked(without) && isTaskLocked(newer));
    assert.deepEqual([without.details, newer.details], [undefined, { by: 'ada' }]);
  });

  const others = {
    'an unknown name': { code: 1404, name: 'board_not_found', details: { task_id: '7' } },
    'a name that every object has': { code: 1404, name: 'constructor', details: { task_id: '7' } },
    'another code': { code: 1405, name: 'task_not_found', details: { task_id: '7' } },
    'details of another kind': { code: 1404, name: 'task_not_found', details: 'gone' },
    'no details': { code: 1404, name: 'task_not_found', details: undefined },
  };
  for (const [what, sent] of Object.entries(others)) {
    it(`stays as it came with ${what}`, async (t) => {
      const error = await failed(t, { ...sent, message: 'm' });

      assert.ok(error instanceof RpcError);
      assert.equal(error.constructor, RpcError);
      assert.deepEqual([error.code, error.name, error.details], [sent.code, sent.name, sent.details]);
    });
  }
});
