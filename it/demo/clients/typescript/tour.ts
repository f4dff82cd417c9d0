// More of the TypeScript client: errors, time limits, untyped calls. Run it as quickstart.ts.
import {
  APIClient,
  CentrifugoRPCClient,
  InMemoryRPC,
  RpcConnectionError,
  RpcError,
  RpcNotSentError,
  RpcOutcomeUnknownError,
  RpcTimeoutError,
  type TaskStatsParams,
  type TaskStatsResult,
} from './opensdk/typescript';

const url = 'ws://localhost:8000/connection/websocket';
const token = process.env['TOKEN'] ?? '';

async function rpcTransport(): Promise<void> {
  // region rpc-transport
  const rpc = new CentrifugoRPCClient(url, token, 'user-123', { transport: 'rpc', timeoutMs: 10_000 });
  await rpc.connect();
  // endregion
  // region complete
  const api = new APIClient(rpc);
  const task = await api.tasksCreate({ user_id: '123', title: 'Read the guide', tags: [] });
  const done = await api.tasksComplete({ user_id: '123', id: task.id }, { timeoutMs: 5_000 });
  console.log(done.title, 'is', done.status);
  // endregion
  rpc.disconnect();
}

async function errors(): Promise<void> {
  // region errors
  const rpc = new CentrifugoRPCClient(url, token, 'user-123');
  try {
    await rpc.connect();
    await new APIClient(rpc).tasksComplete({ user_id: '123', id: '00000000-0000-0000-0000-000000000000' });
  } catch (error) {
    if (error instanceof RpcConnectionError) {
      console.log('no connection:', error.message);
    } else if (error instanceof RpcNotSentError) {
      console.log('never sent: repeat it');
    } else if (error instanceof RpcTimeoutError || error instanceof RpcOutcomeUnknownError) {
      console.log('it may have run: look before you repeat it');
    } else if (error instanceof RpcError) {
      console.log(error.code, error.name, error.details);
    } else {
      throw error;
    }
  } finally {
    rpc.disconnect();
  }
  // endregion
}

async function untyped(): Promise<void> {
  const rpc = new CentrifugoRPCClient(url, token, 'user-123');
  await rpc.connect();
  // region untyped
  const stats = (await rpc.call('tasks.get_stats', { user_id: '123' })) as { total: number };
  console.log(stats.total);
  // endregion
  rpc.disconnect();
}

async function longLived(getToken: () => Promise<string>): Promise<void> {
  // region token
  const rpc = new CentrifugoRPCClient(url, '', 'user-123', { getToken });
  // endregion
  await rpc.connect();
  rpc.disconnect();
}

async function offline(): Promise<void> {
  // region in-memory
  const rpc = new InMemoryRPC({
    'tasks.get_stats': (params: TaskStatsParams): TaskStatsResult =>
      params.user_id === '123' ? { total: 3, completed: 2, pending: 1 } : { total: 0, completed: 0, pending: 0 },
    'tasks.complete': () => {
      throw new RpcError('tasks.complete', 1000, 'task_not_found', 'There is no such task.');
    },
  });
  const api = new APIClient(rpc);
  const stats = await api.tasksGetStats({ user_id: '123' });
  const failure: unknown = await api.tasksComplete({ user_id: '123', id: '7' }).catch((error: unknown) => error);
  console.log(stats.pending, failure instanceof RpcError && failure.name);
  // endregion
}

await rpcTransport();
await errors();
await untyped();
await offline();
await longLived(() => Promise.resolve(token));
