import { CentrifugoRPCClient } from '@api/client';

// region token
/** A client for a page that stays open: it asks for a token now, and for the next one whenever that has expired. */
export function clientOf(userId: string): CentrifugoRPCClient {
  return new CentrifugoRPCClient('wss://example.com/connection/websocket', '', userId, { getToken });
}

async function getToken(): Promise<string> {
  const response = await fetch('/token');
  if (!response.ok) {
    throw new Error(`The server gave no token: ${response.status}`);
  }
  return await response.text();
}
// endregion
