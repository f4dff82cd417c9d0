import { CentrifugoRPCClient, faultsRun, faultsRunAgain, type RpcCaller, type Transport } from 'sdk';

import { control } from './control.ts';
import { CANCELLED, outcomeOf } from './outcome.ts';

/** What the fault suite may say; it/README.md lists it. */
type Command =
  | { do: 'open'; client: string; url: string; user: string; transport: Transport; resend: boolean }
  | { do: 'call'; client: string; method: keyof typeof METHODS; token: string; timeout_ms: number }
  | { do: 'cancel'; call: string }
  | { do: 'close'; client: string }
  | { do: 'exit' };

const METHODS = { 'faults.run': faultsRun, 'faults.run_again': faultsRunAgain };

const clients = new Map<string, CentrifugoRPCClient>();
const cancels = new Map<string, AbortController>();
let events: object[] = [];
let reporting: Promise<void> = Promise.resolve();

let isDone = false;
while (!isDone) {
  for (const command of (await control('next'))['commands'] as Command[]) {
    isDone ||= command.do === 'exit';
    void follow(command);
  }
}
await reporting;

/** Does what one command says, and reports how it ended. */
async function follow(command: Command): Promise<void> {
  switch (command.do) {
    case 'open':
      report('opened', command.client, await outcomeOf(() => open(command)));
      break;
    case 'call':
      report('ended', command.token, await outcomeOf(() => call(command)));
      break;
    case 'cancel':
      cancels.get(command.call)?.abort(CANCELLED);
      break;
    case 'close':
      clients.get(command.client)?.disconnect();
      clients.delete(command.client);
      report('closed', command.client, {});
      break;
    case 'exit':
      break;
  }
}

async function open({ client, url, user, transport, resend }: Command & { do: 'open' }): Promise<void> {
  const getToken = async (): Promise<string> => String((await control('token', { user }))['token']);
  const rpc = new CentrifugoRPCClient(url, await getToken(), user, { transport, getToken, resend });
  clients.set(client, rpc);
  await rpc.connect();
}

async function call({ client, method, token, timeout_ms }: Command & { do: 'call' }): Promise<object> {
  const rpc: RpcCaller | undefined = clients.get(client);
  if (rpc === undefined) {
    throw new Error(`there is no client ${client}`);
  }
  const cancel = new AbortController();
  cancels.set(token, cancel);
  try {
    return await METHODS[method](rpc, { token }, { timeoutMs: timeout_ms, signal: cancel.signal });
  } finally {
    cancels.delete(token);
  }
}

/** Posts what happened, together with all that happens until the post before has been answered. */
function report(event: string, name: string, outcome: object): void {
  events.push({ event, name, ...outcome });
  if (events.length === 1) {
    reporting = reporting.then(async () => {
      const batch = events;
      events = [];
      await control('report', { events: batch });
    });
  }
}
