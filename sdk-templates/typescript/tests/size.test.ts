import assert from 'node:assert/strict';
import { it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

import { build } from 'esbuild';

const LIMIT_BYTES = 6.25 * 1024;

it(`the runtime adds at most ${String(LIMIT_BYTES)} gzip bytes to centrifuge`, async () => {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../runtime/rpc-client.js', import.meta.url))],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    external: ['centrifuge'],
    write: false,
  });

  const size = gzipSync(outputFiles[0]?.contents ?? assert.fail('no output'), { level: 9 }).length;

  assert.ok(size <= LIMIT_BYTES, `${String(size)} bytes`);
});
