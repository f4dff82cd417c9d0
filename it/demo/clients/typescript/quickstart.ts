// The TypeScript quick start: run it through a bundler, beside `opensdk/`, with the token in TOKEN.
const token = process.env['TOKEN'] ?? '';

// region quickstart
import { APIClient, CentrifugoRPCClient } from './opensdk/typescript';     // NodeNext: './opensdk/typescript/index.js'
const rpc = new CentrifugoRPCClient('ws://localhost:8000/connection/websocket', token, 'user-123');
await rpc.connect();
const stats = await new APIClient(rpc).tasksGetStats({ user_id: '123' });   // include_completed may be left out
rpc.disconnect();
// endregion

console.log(stats);
