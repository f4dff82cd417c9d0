import { RpcUnauthorizedError } from './errors.js';

// Other characters would change who may read the reply channel.
const USER_ID = /^[A-Za-z0-9_.@-]{1,128}$/;

/** Refuses a user id that could widen the reply channel. */
export function checkUserId(userId: string): void {
  if (!USER_ID.test(userId)) {
    throw new RpcUnauthorizedError(
      `user id ${JSON.stringify(userId)}: 1 to 128 characters of A-Z a-z 0-9 _ . @ - are allowed`,
    );
  }
}

/** Refuses a token of another user: its calls would be answered on a channel nobody here listens to. */
export function checkToken(token: string, userId: string): void {
  const subject = subjectOf(token);
  if (subject !== userId) {
    throw new RpcUnauthorizedError(
      `the token is for user ${JSON.stringify(subject)}, but this client was made for user ${JSON.stringify(userId)}`,
    );
  }
}

/** Reads the `sub` of a JSON Web Token. Whether the signature holds is for Centrifugo to say. */
function subjectOf(token: string): unknown {
  try {
    const payload = atob((token.split('.')[1] ?? '').replace(/-/g, '+').replace(/_/g, '/'));
    return (JSON.parse(payload) as { sub?: unknown }).sub;
  } catch {
    throw new RpcUnauthorizedError('the token is not a JSON Web Token');
  }
}
