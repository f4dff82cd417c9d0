import { APIClient, type CentrifugoRPCClient } from 'sdk';

import { behaviours } from './behaviours.ts';
import { newClient } from './connect.ts';
import { failureOf, outcomeOf, type Outcome } from './outcome.ts';
import { readScenarios, setting, type Scenario } from './scenario.ts';

type TypedMethod = (...args: unknown[]) => Promise<unknown>;

const rpc = newClient({ logger: toStandardError() });
await rpc.connect();
for (const scenario of readScenarios(setting('SCENARIOS'))) {
  console.log(JSON.stringify({ scenario: scenario.name, ...(await play(scenario, rpc)) }));
}
rpc.disconnect();
console.log(JSON.stringify({ done: true }));

/** Plays one scenario; a mistake of the driver is an outcome too. */
async function play(scenario: Scenario, rpc: CentrifugoRPCClient): Promise<Outcome> {
  const { method, name } = scenario;
  if (method !== undefined) {
    return outcomeOf(() => callTyped(new APIClient(rpc), method, scenario));
  }
  const behaviour = behaviours[name];
  if (behaviour === undefined) {
    return { error: { kind: 'driver', message: `this driver does not know the behaviour '${name}'` } };
  }
  return behaviour(rpc).catch((error: unknown) => ({ error: failureOf(error) }));
}

/** Calls the generated member for a wire name. */
function callTyped(api: APIClient, method: string, { params }: Scenario): Promise<unknown> {
  const member = method.replace(/[._](\w)/g, (_, letter: string) => letter.toUpperCase());
  const call = (api as unknown as Record<string, TypedMethod | undefined>)[member];
  if (call === undefined) {
    throw new Error(`the SDK has no member ${member}`);
  }
  return params === undefined ? call.call(api) : call.call(api, params);
}

function toStandardError(): Record<'debug' | 'info' | 'warn' | 'error', (message: string) => void> {
  const write = (message: string): void => {
    console.error(message);
  };
  return { debug: write, info: write, warn: write, error: write };
}
