// Runs in the browser: one call, and what came of it goes back to the server of the page.
import { APIClient, CentrifugoRPCClient } from './opensdk/typescript';

const settings = await (await fetch('/settings')).json();

async function outcome(): Promise<unknown> {
  const rpc = new CentrifugoRPCClient(settings.url, settings.token, settings.userId, {
    transport: settings.transport,
    timeoutMs: 10_000,
  });
  try {
    await rpc.connect();
    return { result: await new APIClient(rpc).callsSame({ value: 42 }) };
  } catch (error) {
    return { error: { name: (error as Error).name, message: (error as Error).message } };
  } finally {
    rpc.disconnect();
  }
}

await fetch('/outcome', { method: 'POST', body: JSON.stringify(await outcome()) });
