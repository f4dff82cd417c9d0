import {
  APIClient,
  callsSame,
  callsSlow,
  capacityAwaitHeld,
  capacityHold,
  capacityRelease,
  CentrifugoRPCClient,
} from 'sdk';

import { newClient, newClientOf } from './connect.ts';
import { control, tokenFor } from './control.ts';
import { failureOf, outcomeOf, type Failure, type Outcome } from './outcome.ts';
import { setting } from './scenario.ts';

const LONG_MS = 20_000;

/** What each entry of `behaviours.json` asks for, done on the connection that the scenarios share. */
export const behaviours: Record<string, (rpc: CentrifugoRPCClient) => Promise<Outcome>> = {
  '200 parallel calls on one connection': async (rpc) => ({
    result: { matching: await matching(rpc, 0, 200) },
  }),

  'two tabs of one user': async (rpc) => {
    const other = newClient();
    await other.connect();
    const counts = await Promise.all([matching(rpc, 0, 20), matching(other, 1000, 20)]);
    other.disconnect();
    return { result: { matching: counts[0] + counts[1] } };
  },

  'an untyped call': (rpc) => outcomeOf(() => rpc.call('calls.same', { value: 7 })),

  'an untyped call to a method outside the contract': (rpc) =>
    outcomeOf(() => rpc.call('outside.contract', {})),

  'params that do not fit': (rpc) => outcomeOf(() => rpc.call('calls.same', { value: 'seven' })),

  'no answer in time': (rpc) => outcomeOf(() => callsSlow(rpc, { millis: LONG_MS }, { timeoutMs: 300 })),

  'cancelled by the caller': async (rpc) => {
    const controller = new AbortController();
    const reason = new Error('cancelled');
    const failed = failureFrom(callsSlow(rpc, { millis: LONG_MS }, { signal: controller.signal }));
    await callsSame(rpc, { value: 1 });
    controller.abort(reason);
    const error = await failed;
    return (await callsSame(rpc, { value: 2 })) === 2 && error === reason
      ? { error: { kind: 'cancelled' } }
      : { error: failureOf(error) };
  },

  'too large to send': async (rpc) => {
    const outcome = await outcomeOf(() => rpc.call('calls.same', { value: 1, more: 'x'.repeat(70_000) }));
    return (await callsSame(rpc, { value: 2 })) === 2 ? outcome : { error: { kind: 'driver' } };
  },

  'a call before connect': () => outcomeOf(() => new APIClient(newClient()).callsTouch()),

  'disconnected while a call is under way': async () => {
    const rpc = newClient();
    await rpc.connect();
    const slow = outcomeOf(() => callsSlow(rpc, { millis: LONG_MS }));
    await callsSame(rpc, { value: 1 });
    rpc.disconnect();
    return slow;
  },

  'a wrong token': async () => {
    const token = await tokenFor('eve', 'foreign');
    return outcomeOf(() => newClientOf('eve', token).connect());
  },

  'an expired token': async () => {
    const token = await tokenFor('eve', 'expired');
    return outcomeOf(() => newClientOf('eve', token).connect());
  },

  'a user id that differs from the token': async () => {
    const token = await tokenFor('eve', 'valid');
    const error = await failureFrom(newClientOf('bob', token).connect());
    const failure: Failure = failureOf(error);
    const text = String(error);
    return { error: { kind: failure.kind, names_both: text.includes('bob') && text.includes('eve') } };
  },

  'a client without a user': async () => {
    const token = await tokenFor('', 'valid');
    return outcomeOf(() => newClientOf('', token).connect());
  },

  'nobody listens': () => {
    const url = 'ws://127.0.0.1:9/connection/websocket';
    const rpc = new CentrifugoRPCClient(url, setting('TOKEN'), setting('USER_ID'), { timeoutMs: 2_000 });
    return outcomeOf(() => rpc.connect());
  },

  'a forged reply': async (rpc) => {
    const slow = callsSlow(rpc, { millis: 500 });
    const forged = await control('forge-reply', { user: setting('USER_ID') });
    return { result: { call: await slow, refused: forged['refused'] } };
  },

  "a user at the server's limit": userAtTheLimit,

  'the server restarts between calls': (rpc) => aroundRestart(rpc, 'restart-server'),

  'the server is down': async () => {
    const rpc = newClient({ resend: false });
    await rpc.connect();
    await control('stop-server');
    const outcome = await outcomeOf(() => callsSame(rpc, { value: 1 }));
    await control('start-server');
    rpc.disconnect();
    return outcome;
  },

  'Centrifugo restarts between calls': (rpc) => aroundRestart(rpc, 'restart-centrifugo'),
};

async function matching(rpc: CentrifugoRPCClient, first: number, count: number): Promise<number> {
  const values = Array.from({ length: count }, (_, index) => first + index);
  const answers = await Promise.all(values.map((value) => callsSame(rpc, { value })));
  return answers.filter((answer, index) => answer === values[index]).length;
}

async function userAtTheLimit(rpc: CentrifugoRPCClient): Promise<Outcome> {
  const token = await tokenFor('greedy', 'valid');
  const crowd = Array.from({ length: 4 }, () => newClientOf('greedy', token));
  const late = newClientOf('greedy', token);
  await Promise.all([...crowd, late].map((client) => client.connect()));
  const held = Promise.all(
    crowd.flatMap((client, index) =>
      Array.from({ length: 64 }, async (_, place) => {
        const value = index * 64 + place;
        return (await capacityHold(client, { value })).value === value;
      }),
    ),
  );
  await capacityAwaitHeld(rpc, { value: 256 });
  const refused = failureOf(await failureFrom(callsSame(late, { value: 1 })));
  await capacityRelease(rpc);
  const matching = (await held).filter((isItsOwn) => isItsOwn).length;
  const afterwards = await callsSame(late, { value: 2 });
  for (const client of [...crowd, late]) {
    client.disconnect();
  }
  return { result: { refused, matching, afterwards } };
}

async function aroundRestart(rpc: CentrifugoRPCClient, action: string): Promise<Outcome> {
  const before = await callsSame(rpc, { value: 1 });
  await control(action);
  return { result: [before, await callsSame(rpc, { value: 2 })] };
}

async function failureFrom(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    (result) => new Error(`succeeded with ${JSON.stringify(result)}`),
    (error: unknown) => error,
  );
}
