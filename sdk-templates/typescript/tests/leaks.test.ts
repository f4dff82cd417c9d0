import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, it } from 'node:test';

import { aServer, answer, tokenOf, USER } from './fixtures.js';

const PRELUDE = `
  import { WebSocket } from 'ws';
  import { InMemoryRPC } from './in-memory.js';
  import { CentrifugoRPCClient } from './rpc-client.js';
  const [url, token, user] = process.argv.slice(1);
  const rpc = new CentrifugoRPCClient(url, token, user, { websocket: globalThis.WebSocket ?? WebSocket });
  const failed = (error) => { console.log(error.name); };
`;

const PROGRAMS: Record<string, [string, string]> = {
  'a call': ["await rpc.connect(); console.log(await rpc.call('a.b')); rpc.disconnect();", 'done'],
  'a call cut short at once': [
    "await rpc.connect(); rpc.call('a.b').catch(failed); rpc.disconnect();",
    'outcome_unknown',
  ],
  'a connect cut short at once': ['rpc.connect().catch(failed); rpc.disconnect();', 'RpcConnectionError'],
  'a cancelled call': [
    `await rpc.connect();
     const controller = new AbortController();
     const call = rpc.call('a.b', {}, { signal: controller.signal }).catch(failed);
     controller.abort();
     await call;
     rpc.disconnect();`,
    'AbortError',
  ],
  'disconnecting while the connection is away': [
    `const other = new CentrifugoRPCClient(url, token, user, {
       websocket: globalThis.WebSocket ?? WebSocket,
       onState: ({ status }) => { if (status === 'reconnecting') other.disconnect(); },
     });
     await other.connect();
     await other.call('a.cut').catch(failed);`,
    'outcome_unknown',
  ],
  'waiting in vain for a token': [
    `const other = new CentrifugoRPCClient(url, '', user, {
       websocket: globalThis.WebSocket ?? WebSocket,
       getToken: () => new Promise(() => undefined),
     });
     const connected = other.connect().catch(failed);
     other.disconnect();
     await connected;`,
    'RpcConnectionError',
  ],
  'a call without a network': [
    "console.log(await new InMemoryRPC({ 'a.b': () => 'done' }).call('a.b'));",
    'done',
  ],
  'a failed connect': [
    "await new CentrifugoRPCClient('ws://127.0.0.1:1', token, user).connect().catch(failed);",
    globalThis.Reflect.has(globalThis, 'WebSocket') ? 'RpcUnreachableError' : 'RpcConnectionError',
  ],
};

describe('a program ends by itself', () => {
  for (const [name, [program, expected]] of Object.entries(PROGRAMS)) {
    it(`after ${name}`, async (t) => {
      const server = await aServer(t);
      server.onPublish = (session, command) => {
        if (command.publish?.data.method === 'a.cut') {
          session.cut();
        } else {
          answer(session, command, { result: 'done' });
        }
      };

      const child = spawn(
        process.execPath,
        [
          '--input-type=module',
          '--unhandled-rejections=strict',
          '-e',
          PRELUDE + program,
          server.url,
          tokenOf(USER),
          USER,
        ],
        {
          cwd: new URL('../runtime', import.meta.url),
          stdio: ['ignore', 'pipe', 'inherit'],
          timeout: 10_000,
        },
      );
      let output = '';
      child.stdout.on('data', (chunk: Buffer) => {
        output += chunk.toString();
      });
      const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];

      assert.deepEqual({ code, signal, output: output.trim() }, { code: 0, signal: null, output: expected });
    });
  }
});
