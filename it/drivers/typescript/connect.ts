import { CentrifugoRPCClient, type ClientOptions, type Transport } from 'sdk';

import { setting } from './scenario.ts';

/** A client of the shared user, not connected yet. */
export function newClient(options: ClientOptions = {}): CentrifugoRPCClient {
  return newClientOf(setting('USER_ID'), setting('TOKEN'), options);
}

/** A client of any user, not connected yet. */
export function newClientOf(user: string, token: string, options: ClientOptions = {}): CentrifugoRPCClient {
  return new CentrifugoRPCClient(setting('URL'), token, user, {
    transport: setting('TRANSPORT') as Transport,
    ...options,
  });
}
