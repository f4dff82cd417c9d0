// Calls the scenario server with Centrifugo's own JavaScript client, as somebody without our SDK would.
import { once, EventEmitter } from 'node:events';
import { Centrifuge } from 'centrifuge';

const LIMIT_MS = 10_000;
const {
  URL: url,
  TOKEN: token,
  REPLY_CHANNEL: replyChannel,
  REQUEST_CHANNEL: requestChannel,
  CONTROL_URL: controlUrl,
} = process.env;

const answer = (scenario, outcome) => console.log(JSON.stringify({ scenario, ...outcome }));

const client = new Centrifuge(url, { token });
client.connect();
await client.ready(LIMIT_MS);

const { data } = await client.rpc('calls.same', { value: 42 });
answer('a raw call', { result: data });

try {
  await client.rpc('calls.same', { value: 'seven' });
} catch (refused) {
  answer('a raw call with wrong params', { error: { code: refused.code } });
}

const replies = new EventEmitter();
const subscription = client.newSubscription(replyChannel);
subscription.on('publication', (context) => replies.emit('reply', context.data));
subscription.subscribe();
await subscription.ready(LIMIT_MS);
const arrived = once(replies, 'reply', { signal: AbortSignal.timeout(LIMIT_MS) });
await client.publish(requestChannel, {
  correlation_id: 'c-1',
  method: 'calls.same',
  params: { value: 43 },
  reply_to: replyChannel,
});
const [reply] = await arrived;
answer('a published envelope', { result: reply });

client.disconnect();

const request = { method: 'POST', body: JSON.stringify({ user: '', kind: 'valid' }) };
const ofNobody = await (await fetch(`${controlUrl}/token`, request)).json();
const nobody = new Centrifuge(url, { token: ofNobody.token });
nobody.connect();
await nobody.ready(LIMIT_MS);

const whoAmI = await nobody.rpc('calls.who_am_i', {});
answer('an anonymous call', { result: whoAmI.data });

try {
  await nobody.rpc('calls.same', { value: 42 });
} catch (refused) {
  answer('an anonymous call of a method for users', { error: { code: refused.code } });
}

try {
  await nobody.publish(requestChannel, { correlation_id: 'c-2', method: 'calls.who_am_i', params: {} });
} catch (refused) {
  answer('an anonymous publication', { error: { code: refused.code } });
}

nobody.disconnect();
