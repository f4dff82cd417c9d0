import assert from 'node:assert/strict';
import { createServer as createHttpServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { createServer as createTcpServer, type AddressInfo } from 'node:net';
import { describe, it } from 'node:test';

import { WebSocket } from 'ws';

import * as errors from '../runtime/errors.js';
import type { WebSocketConstructor } from '../runtime/options.js';
import { CentrifugoRPCClient } from '../runtime/rpc-client.js';
import { FakeCentrifugo } from './fake-centrifugo.js';
import { aClient, aConnectedClient, aServer, answer, Signal, tokenOf, USER } from './fixtures.js';
import { CERTIFICATE, PRIVATE_KEY } from './self-signed.js';

const globalSocket = Reflect.get(globalThis, 'WebSocket') as WebSocketConstructor | undefined;

describe('connect', () => {
  it('sends the token and subscribes to the reply channel in one go', async (t) => {
    const server = await aServer(t);

    await aConnectedClient(t, server);

    assert.deepEqual(
      server.frames.map((frame) => JSON.parse(frame) as unknown),
      [
        { connect: { token: tokenOf(USER), name: 'centrifugo-rpc', version: '0.0.0' }, id: 1 },
        { subscribe: { channel: 'user#user-123', flag: 1 }, id: 2 },
      ],
    );
  });

  it('subscribes to nothing for the rpc transport', async (t) => {
    const server = await aServer(t);

    await aConnectedClient(t, server, { transport: 'rpc' });

    assert.equal(server.frames.length, 1);
  });

  it('takes the channels of the namespaced layout', async (t) => {
    const server = await aServer(t);
    server.onPublish = (session, command) => {
      assert.equal(command.publish?.channel, 'rpc:requests');
      answer(session, command, { result: 1 });
    };

    const rpc = await aConnectedClient(t, server, { layout: 'namespaced' });

    assert.equal(await rpc.call('a.b', {}), 1);
    assert.match(server.frames[1] ?? '', /rpcreply:user#user-123/);
  });

  it('is done once, however often it is called', async (t) => {
    const server = await aServer(t);
    const rpc = aClient(t, server.url);

    await Promise.all([rpc.connect(), rpc.connect()]);
    await rpc.connect();

    assert.equal(server.connectTokens.length, 1);
  });

  it('connects again after disconnect', async (t) => {
    const server = await aServer(t);
    const rpc = await aConnectedClient(t, server);

    rpc.disconnect();
    rpc.disconnect();
    await rpc.connect();

    assert.equal(server.connectTokens.length, 2);
  });

  it('connects after a first attempt that failed', async (t) => {
    const server = await aServer(t);
    const tokens = [tokenOf('someone'), tokenOf(USER)];
    const rpc = new CentrifugoRPCClient(server.url, '', USER, {
      websocket: WebSocket,
      getToken: () => Promise.resolve(tokens.shift() ?? ''),
    });
    t.after(() => {
      rpc.disconnect();
    });

    await assert.rejects(rpc.connect(), errors.RpcUnauthorizedError);
    await rpc.connect();

    assert.deepEqual(server.connectTokens, [tokenOf(USER)]);
  });

  it('keeps the new connection when disconnect() and connect() follow at once', async (t) => {
    const server = await aServer(t);
    const rpc = aClient(t, server.url);

    const first = rpc.connect();
    rpc.disconnect();
    const second = rpc.connect();

    await assert.rejects(first, errors.RpcConnectionError);
    await second;
    await rpc.connect();
    assert.equal(server.connections, 1);
  });

  it('counts a subscription by the token as the reply channel', async (t) => {
    const server = await aServer(t);
    server.onConnect = (session, command) => {
      session.reply(command, { connect: { client: 'c1', subs: { 'user#user-123': {} } } });
    };
    server.onSubscribe = (session, command) => {
      session.refuse(command, 105, 'already subscribed');
    };
    server.onPublish = (session, command) => {
      answer(session, command, { result: 'by the client-level publication' });
    };

    const rpc = await aConnectedClient(t, server);

    assert.equal(await rpc.call('a.b', {}), 'by the client-level publication');
  });
});

describe('connect refuses', () => {
  const refused = async (
    client: CentrifugoRPCClient,
    type: new (message: string) => errors.RpcConnectionError,
    message: string | RegExp,
    code = 0,
  ): Promise<errors.RpcConnectionError> => {
    const error: unknown = await client.connect().then(
      () => assert.fail('connected'),
      (reason: unknown) => reason,
    );
    assert.ok(error instanceof errors.RpcConnectionError);
    assert.equal(error.name, type.name);
    assert.ok(error instanceof type);
    if (typeof message === 'string') {
      assert.equal(error.message, message);
    } else {
      assert.match(error.message, message);
    }
    assert.equal(error.code, code);
    await assert.rejects(client.call('a.b', {}), errors.RpcNotSentError);
    return error;
  };

  it('a token of another user', async () => {
    await refused(
      new CentrifugoRPCClient('ws://127.0.0.1:1', tokenOf('someone'), USER),
      errors.RpcUnauthorizedError,
      'the token is for user "someone", but this client was made for user "user-123"',
    );
  });

  it('a token that is none', async () => {
    await refused(
      new CentrifugoRPCClient('ws://127.0.0.1:1', 'secret', USER),
      errors.RpcUnauthorizedError,
      'the token is not a JSON Web Token',
    );
  });

  for (const userId of ['', 'a#b', 'a,b', 'a:b', 'ü', 'x'.repeat(129)]) {
    it(`the user id ${JSON.stringify(userId.slice(0, 9))}`, async () => {
      await refused(
        new CentrifugoRPCClient('ws://127.0.0.1:1', tokenOf(userId), userId),
        errors.RpcUnauthorizedError,
        `user id ${JSON.stringify(userId)}: 1 to 128 characters of A-Z a-z 0-9 _ . @ - are allowed`,
      );
    });
  }

  for (const url of ['', 'http://127.0.0.1:1', 'nonsense']) {
    it(`the address ${JSON.stringify(url)}`, async () => {
      await refused(
        new CentrifugoRPCClient(url, tokenOf(USER), USER),
        errors.RpcUnreachableError,
        `${JSON.stringify(url)}: the address must start with ws:// or wss://`,
      );
    });
  }

  it('a limit that is none', () => {
    assert.throws(
      () => new CentrifugoRPCClient('ws://127.0.0.1:1', tokenOf(USER), USER, { timeoutMs: 0 }),
      new RangeError('timeoutMs is 0, and must be more than 0'),
    );
  });

  it('a runtime without WebSocket', async (t) => {
    Reflect.set(globalThis, 'WebSocket', undefined);
    t.after(() => Reflect.set(globalThis, 'WebSocket', globalSocket));

    await refused(
      new CentrifugoRPCClient('ws://127.0.0.1:1', tokenOf(USER), USER),
      errors.RpcConnectionError,
      "there is no global WebSocket here. Use Node 22 or later, or pass { websocket: WebSocket } of the package 'ws'",
    );
  });

  it('an invalid token, as Centrifugo says', async (t) => {
    const server = await aServer(t);
    server.onConnect = (session) => {
      session.close(3500, 'invalid token');
    };

    await refused(
      aClient(t, server.url),
      errors.RpcUnauthorizedError,
      `${server.url}: invalid token (3500). It must be signed with the key in client.token.hmac_secret_key.`,
      3500,
    );
  });

  it('an expired token', async (t) => {
    const server = await aServer(t);
    server.onConnect = (session, command) => {
      session.refuse(command, 109, 'token expired');
    };

    await refused(
      aClient(t, server.url),
      errors.RpcUnauthorizedError,
      `${server.url}: token expired (109). Pass a fresh token, or a getToken that fetches one.`,
      109,
    );
  });

  it('a getToken that fails, with its reason', async (t) => {
    const server = await aServer(t);
    const reason = new Error('login is down');

    const rpc = new CentrifugoRPCClient(server.url, '', USER, {
      websocket: WebSocket,
      getToken: () => Promise.reject(reason),
    });

    const error = await refused(rpc, errors.RpcUnauthorizedError, 'getToken failed');
    assert.equal(error.cause, reason);
  });

  it('a fetched token of another user', async (t) => {
    const server = await aServer(t);

    const rpc = new CentrifugoRPCClient(server.url, '', USER, {
      websocket: WebSocket,
      getToken: () => Promise.resolve(tokenOf('someone')),
    });

    await refused(
      rpc,
      errors.RpcUnauthorizedError,
      `${server.url}: getToken: the token is for user "someone", but this client was made for user "user-123"`,
      1,
    );
  });

  it('a server without the reply channel', async (t) => {
    const server = await aServer(t);
    server.onSubscribe = (session, command) => {
      session.refuse(command, 102, 'unknown channel');
    };

    await refused(
      aClient(t, `${server.url}?key=secret`),
      errors.RpcUnsupportedServerError,
      `${server.url}: unknown channel (102). Centrifugo's configuration must serve the channels of this SDK's layout.`,
      102,
    );
  });

  it('a server that hangs up', async (t) => {
    const server = await aServer(t);
    server.onConnect = (session) => {
      session.close(3001, 'shutdown');
    };

    await refused(aClient(t, server.url), errors.RpcConnectionError, /connection closed \(11\)$/, 11);
  });

  it('a wait without end', async (t) => {
    const server = await aServer(t);
    server.onSubscribe = () => undefined;

    await refused(
      aClient(t, server.url, { timeoutMs: 50 }),
      errors.RpcUnreachableError,
      `${server.url}: not connected within 50 ms`,
    );
  });

  it('when disconnect() comes first', async (t) => {
    const server = await aServer(t);
    const rpc = aClient(t, server.url);

    const connected = rpc.connect();
    rpc.disconnect();

    await assert.rejects(connected, new errors.RpcConnectionError('disconnect() was called'));
  });

  for (const [name, websocket] of Object.entries({ ws: WebSocket, global: globalSocket })) {
    if (websocket === undefined) {
      continue;
    }

    it(`an address where nobody listens (${name})`, async (t) => {
      const { port } = await closedPort();

      const url = `ws://127.0.0.1:${String(port)}/x`;
      await refused(
        aClient(t, url, { websocket }),
        errors.RpcUnreachableError,
        `${url}: connect ECONNREFUSED 127.0.0.1:${String(port)}`,
      );
    });

    it(`an address that answers plain HTTP (${name})`, async (t) => {
      const server = createHttpServer((_request, response) => {
        response.end();
      });
      const port = await listen(server);
      t.after(() => server.close());

      await refused(
        aClient(t, `ws://127.0.0.1:${String(port)}/`, { websocket }),
        errors.RpcUnsupportedServerError,
        /answers with HTTP.*, not as a WebSocket. Centrifugo's address ends in \/connection\/websocket\.$/,
      );
      server.closeAllConnections();
    });

    it(`a certificate nobody vouches for (${name})`, async (t) => {
      const tls = createTlsServer({ key: PRIVATE_KEY, cert: CERTIFICATE });
      const server = await FakeCentrifugo.start(tls);
      t.after(() => server.stop());

      await refused(
        aClient(t, server.url.replace('ws:', 'wss:'), { websocket }),
        errors.RpcTlsError,
        /self-signed certificate$/,
      );
    });
  }

  it('a refused origin, where the socket can tell', async (t) => {
    const server = createTcpServer((socket) => {
      socket.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n');
    });
    const port = await listen(server);
    t.after(() => server.close());

    const url = `ws://127.0.0.1:${String(port)}/`;
    await refused(
      aClient(t, url),
      errors.RpcOriginError,
      `${url}: this origin is refused (HTTP 403). Add it to client.allowed_origins.`,
    );
  });
});

describe('the log', () => {
  it('tells of connecting and losing the connection, never the token', async (t) => {
    const lines: string[] = [];
    const lost = new Signal();
    const note = (message: string): void => {
      lines.push(message);
    };
    const server = await aServer(t);
    const accept = server.onConnect;
    server.onConnect = (session, command) => {
      accept(session, command);
      server.onPublish = () => {
        session.cut();
      };
    };
    const rpc = await aConnectedClient(t, server, {
      transport: 'pubsub',
      logger: {
        debug: note,
        info: note,
        error: note,
        warn: (message) => {
          note(message);
          lost.set();
        },
      },
    });

    const call = rpc.call('a.b', {});
    await lost.happened;
    rpc.disconnect();

    await assert.rejects(call, errors.RpcOutcomeUnknownError);
    assert.deepEqual(lines, [
      `${server.url}: connected`,
      `${server.url}: connection lost (transport closed), restoring it`,
    ]);
  });
});

async function listen(server: ReturnType<typeof createTcpServer>): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

async function closedPort(): Promise<{ port: number }> {
  const server = createTcpServer();
  const port = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  return { port };
}
