import assert from 'node:assert/strict';
import { it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

import { build } from 'esbuild';

const LIMIT_BYTES = 6.75 * 1024;

async function bundle(program: string, minifyIdentifiers = true): Promise<Uint8Array> {
  const { outputFiles } = await build({
    stdin: { contents: program, resolveDir: fileURLToPath(new URL('../runtime', import.meta.url)) },
    bundle: true,
    minifySyntax: true,
    minifyWhitespace: true,
    minifyIdentifiers,
    format: 'esm',
    target: 'es2022',
    external: ['centrifuge'],
    splitting: true,
    outdir: 'bundle',
    write: false,
  });
  // What is imported later has files of its own.
  return outputFiles[0]?.contents ?? assert.fail('no output');
}

it(`the runtime adds at most ${String(LIMIT_BYTES)} gzip bytes to centrifuge`, async () => {
  const size = gzipSync(await bundle("export * from './rpc-client.js';"), { level: 9 }).length;

  assert.ok(size <= LIMIT_BYTES, `${String(size)} bytes`);
});

it('what stands in for a client in tests costs nothing where it is not used', async () => {
  const client = "import { CentrifugoRPCClient } from './rpc-client.js'; export { CentrifugoRPCClient };";
  const other = "import { InMemoryRPC } from './in-memory.js';";

  const alone = await bundle(client, false);

  assert.deepEqual(await bundle(client + other, false), alone);
  assert.ok((await bundle(`${client} ${other} export { InMemoryRPC };`, false)).length > alone.length);
});
