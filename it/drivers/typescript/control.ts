import { setting } from './scenario.ts';

/** Asks the harness for something only it can do; resolves once it is done. */
export async function control(action: string, body: object = {}): Promise<Record<string, unknown>> {
  const response = await fetch(`${setting('CONTROL_URL')}/${action}`, {
    method: 'POST',
    body: JSON.stringify(body),
  });
  const answer = await response.text();
  if (!response.ok) {
    throw new Error(`control/${action}: HTTP ${String(response.status)} ${answer}`);
  }
  return JSON.parse(answer) as Record<string, unknown>;
}

/** A token made by the harness. */
export async function tokenFor(user: string, kind: 'valid' | 'expired' | 'foreign'): Promise<string> {
  return String((await control('token', { user, kind }))['token']);
}
