import { APIClient, CentrifugoRPCClient } from '@api/client';
import { createRoot } from 'react-dom/client';
import { TaskStats } from './TaskStats';

// The demo puts its token into the address; a page of yours asks its own server for one.
const token = new URLSearchParams(location.search).get('token') ?? '';
const root = createRoot(document.body);

// region connect
const rpc = new CentrifugoRPCClient('ws://localhost:8000/connection/websocket', token, 'user-123');
try {
  await rpc.connect();
  root.render(<TaskStats api={new APIClient(rpc)} userId="123" />);
} catch (error) {
  root.render(<p role="alert">{String(error)}</p>);
}
// endregion
