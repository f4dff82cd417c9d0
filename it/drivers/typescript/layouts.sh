#!/usr/bin/env bash
# Writes one small project for each way to take the SDK, with the brief's quick start in it.
set -euo pipefail
rm -rf layouts

# project NAME MODULE MODULE_RESOLUTION FILE
project() {
    mkdir -p "layouts/$1"
    cat >"layouts/$1/tsconfig.json" <<JSON
{
  "compilerOptions": {
    "noEmit": true,
    "strict": true,
    "exactOptionalPropertyTypes": true,
    "noUncheckedIndexedAccess": true,
    "target": "ES2022",
    "lib": ["ES2022", "DOM"],
    "types": [],
    "module": "$2",
    "moduleResolution": "$3"
  },
  "files": ["$4"]
}
JSON
}

# quickstart NAME IMPORT
quickstart() {
    cat >"layouts/$1/quickstart.ts" <<TS
import { APIClient, CentrifugoRPCClient } from '$2';
declare const token: string;
const rpc = new CentrifugoRPCClient('ws://localhost:8000/connection/websocket', token, 'user-123');
await rpc.connect();
const value: number = await new APIClient(rpc).callsSame({ value: 1 });
rpc.disconnect();
export { value };
TS
}

project bundler esnext bundler quickstart.ts
quickstart bundler ../../opensdk/typescript
project nodenext nodenext nodenext quickstart.ts
quickstart nodenext ../../opensdk/typescript/index.js
project package nodenext nodenext quickstart.ts
quickstart package sdk
project readme nodenext nodenext readme-example.ts
cp opensdk/typescript/README.md opensdk/typescript/package.json layouts/readme/
bash readme-example.sh layouts/readme sdk
rm layouts/readme/package.json
