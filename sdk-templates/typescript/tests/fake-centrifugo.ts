import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { WebSocket, WebSocketServer } from 'ws';

/** A command of Centrifugo's JSON protocol, as far as the SDK sends any. */
export interface Command {
  readonly id: number;
  readonly connect?: { readonly token: string; readonly name: string; readonly version: string };
  readonly refresh?: { readonly token: string };
  readonly subscribe?: { readonly channel: string };
  readonly publish?: { readonly channel: string; readonly data: Envelope };
  readonly rpc?: { readonly method: string; readonly data: Envelope };
}

/** A request envelope. */
export interface Envelope {
  readonly correlation_id: string;
  readonly method?: string;
  readonly params: unknown;
  readonly reply_to?: string;
  readonly timeout_ms: number;
  readonly attempt?: number;
  readonly age_ms?: number;
  readonly cancel?: boolean;
}

/** One connection of a client, seen from the server. */
export interface Session {
  reply(command: Command, result: object): void;
  refuse(command: Command, code: number, message: string, temporary?: boolean): void;
  push(channel: string, data: unknown, info?: object): void;
  unsubscribe(channel: string, code: number, reason: string): void;
  close(code: number, reason: string): void;
  /** Cuts the connection without a word. */
  cut(): void;
}

const HELLO = 'system.hello';

type Handler = (session: Session, command: Command) => void;

/** Speaks Centrifugo's JSON protocol over a real WebSocket; each test says what it answers. */
export class FakeCentrifugo {
  /** Each command that came, as it was written; greetings apart. */
  readonly frames: string[] = [];
  /** Bytes of the largest WebSocket message that came; it may hold several commands. */
  largestMessage = 0;
  readonly connectTokens: string[] = [];
  onConnect: Handler = (session, command) => {
    session.reply(command, { connect: { client: 'c1', version: '6.9.6', ping: 25, pong: true } });
  };
  onRefresh: Handler = (session, command) => {
    session.reply(command, { refresh: { client: 'c1', version: '6.9.6' } });
  };
  /** Contracts are compared beside everything else; by default they are the same. */
  onHello: Handler = (session, command) => {
    const { correlation_id, reply_to = '' } = (command.publish ?? command.rpc)?.data ?? assert.fail();
    const reply = { correlation_id, result: { api: 1, same: true } };
    if (command.publish === undefined) {
      session.reply(command, { rpc: { data: reply } });
    } else {
      session.reply(command, { publish: {} });
      session.push(reply_to, reply);
    }
  };
  onSubscribe: Handler = (session, command) => {
    session.reply(command, { subscribe: {} });
  };
  onPublish: Handler = (session, command) => {
    session.reply(command, { publish: {} });
  };
  onRpc: Handler = (session, command) => {
    session.refuse(command, 108, 'not available');
  };

  readonly #server: Server;
  readonly #sockets: WebSocketServer;

  private constructor(server: Server) {
    this.#server = server;
    this.#sockets = new WebSocketServer({ server });
    this.#sockets.on('connection', (socket) => {
      this.#serve(socket);
    });
  }

  static async start(server: Server = createServer(), port = 0): Promise<FakeCentrifugo> {
    const fake = new FakeCentrifugo(server);
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return fake;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get url(): string {
    return `ws://127.0.0.1:${String(this.port)}/connection/websocket`;
  }

  get connections(): number {
    return this.#sockets.clients.size;
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets.clients) {
      socket.terminate();
    }
    this.#sockets.close();
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #serve(socket: WebSocket): void {
    const session = sessionOf(socket);
    socket.on('message', (message: Buffer) => {
      this.largestMessage = Math.max(this.largestMessage, message.length);
      for (const line of message.toString().split('\n')) {
        const command = JSON.parse(line) as Command;
        if (methodOf(command) === HELLO) {
          this.onHello(session, command);
        } else {
          this.frames.push(line);
          this.#dispatch(session, command);
        }
      }
    });
  }

  #dispatch(session: Session, command: Command): void {
    if (command.connect !== undefined) {
      this.connectTokens.push(command.connect.token);
      this.onConnect(session, command);
    } else if (command.refresh !== undefined) {
      this.onRefresh(session, command);
    } else if (command.subscribe !== undefined) {
      this.onSubscribe(session, command);
    } else if (command.publish !== undefined) {
      this.onPublish(session, command);
    } else if (command.rpc !== undefined) {
      this.onRpc(session, command);
    }
  }
}

function sessionOf(socket: WebSocket): Session {
  const send = (message: object): void => {
    if (socket.readyState === WebSocket.OPEN) {
      socket.send(JSON.stringify(message));
    }
  };
  return {
    reply: (command, result) => {
      send({ id: command.id, ...result });
    },
    refuse: (command, code, message, temporary = false) => {
      send({ id: command.id, error: { code, message, temporary } });
    },
    push: (channel, data, info) => {
      send({ push: { channel, pub: { data, ...(info && { info }) } } });
    },
    unsubscribe: (channel, code, reason) => {
      send({ push: { channel, unsubscribe: { code, reason } } });
    },
    close: (code, reason) => {
      socket.close(code, reason);
    },
    cut: () => {
      socket.terminate();
    },
  };
}

function methodOf({ publish, rpc }: Command): string | undefined {
  return rpc?.method ?? publish?.data.method;
}
