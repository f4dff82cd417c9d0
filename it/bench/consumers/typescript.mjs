// typescript.mjs SDK…: what a generated SDK (a folder `opensdk/typescript`) costs those who use it. For each it prints how
// long the compilers check it and how much memory that takes, and how many bytes reach a page.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const DEPENDENCIES = {
  centrifuge: '5.8.0',
  esbuild: '0.28.2',
  'typescript-5': 'npm:typescript@5.9.3',
  'typescript-7': 'npm:typescript@7.0.2',
};
const COMPILERS = ['typescript-5', 'typescript-7'];

const sdks = process.argv.slice(2);
if (sdks.length === 0) {
  console.error('usage: node typescript.mjs FOLDER_OF_A_TYPESCRIPT_SDK…');
  process.exit(2);
}

const project = mkdtempSync(join(tmpdir(), 'bench-consumers-'));
try {
  writeFileSync(
    join(project, 'package.json'),
    JSON.stringify({ type: 'module', dependencies: DEPENDENCIES }),
  );
  run('npm', 'install', '--no-audit', '--no-fund', '--loglevel=error');
  const { build } = await import(join(project, 'node_modules/esbuild/lib/main.js'));
  for (const sdk of sdks) {
    await measure(sdk, build);
  }
} finally {
  rmSync(project, { recursive: true, force: true });
}

async function measure(sdk, build) {
  const copy = join(project, 'sdk');
  rmSync(copy, { recursive: true, force: true });
  cpSync(sdk, copy, { recursive: true, filter: (path) => !/node_modules|dist$/.test(path) });
  const functions = [
    ...readFileSync(join(copy, 'client.ts'), 'utf8').matchAll(/^export function ([\w$]+)/gm),
  ];
  const count = functions.length;
  console.log(`${sdk}: ${String(count)} methods`);
  for (const compiler of COMPILERS) {
    const report = run(
      'node',
      `node_modules/${compiler}/bin/tsc`,
      '--noEmit',
      '--extendedDiagnostics',
      '-p',
      'sdk',
    );
    const figure = (name) => new RegExp(`^${name}: +(\\S+)`, 'm').exec(report)?.[1] ?? 'unknown';
    console.log(`  ${compiler}: ${figure('Total time')} and ${figure('Memory used')} to check`);
  }
  const size = async (source) => {
    const { outputFiles } = await build({
      stdin: { contents: source, resolveDir: project },
      absWorkingDir: project,
      bundle: true,
      minify: true,
      format: 'esm',
      target: 'es2022',
      external: ['centrifuge'],
      // What is imported later, the fingerprints of all methods for one, has files of its own.
      splitting: true,
      outdir: 'bundle',
      write: false,
    });
    return gzipSync(outputFiles[0].contents, { level: 9 }).length;
  };
  const runtime = await size("export { CentrifugoRPCClient } from './sdk/index.ts';");
  const one = await size(`export { CentrifugoRPCClient, ${functions[0][1]} } from './sdk/index.ts';`);
  const all = await size("export { CentrifugoRPCClient, APIClient } from './sdk/index.ts';");
  console.log(
    `  gzip, beside centrifuge: ${String(runtime)} bytes of runtime, ${String(one - runtime)} for one function,`,
  );
  console.log(`  ${((all - runtime) / count).toFixed(1)} for each method of APIClient`);
}

function run(command, ...args) {
  return execFileSync(command, args, { cwd: project, encoding: 'utf8', maxBuffer: 2 ** 26 });
}
