import { rest } from '@api/client';

// region rest
/** The same method over plain HTTP. A page reaches the server under its own address: the server allows no foreign origin. */
export async function taskStatsByHttp(token: string, userId: string): Promise<rest.TaskStatsResult> {
  const api = new rest.RpcApi(new rest.Configuration({ basePath: '/backend', accessToken: token }));
  return await api.tasksGetStats({ user_id: userId });
}
// endregion
