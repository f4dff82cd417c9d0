import { RpcError, type APIClient } from '@api/client';
import { useRpc } from './useRpc';

// region component
export function TaskStats({ api, userId }: { api: APIClient; userId: string }) {
  const stats = useRpc((signal) => api.tasksGetStats({ user_id: userId }, { signal }), [api, userId]);
  switch (stats.is) {
    case 'loading':
      return <p>Loading…</p>;
    case 'failed':
      return <p role="alert">{stats.error instanceof RpcError ? stats.error.rawMessage : String(stats.error)}</p>;
    case 'done':
      return <p>{`${stats.value.pending} of ${stats.value.total} tasks are open.`}</p>;
  }
}
// endregion
