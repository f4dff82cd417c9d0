import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

import { APIClient, type RpcCaller } from 'sdk';

import { setting } from './scenario.ts';

/** A JSON text for a method that hands back its params, and whether it is a literal of their type. */
interface Vector {
  readonly method: string;
  readonly json: string;
  readonly compiles: boolean;
}

type TypedMethod = (params: unknown) => Promise<unknown>;

const vectors = JSON.parse(readFileSync(setting('VECTORS'), 'utf8')) as Vector[];
const complaints = complaintsOfCompiler();
for (const [number, vector] of vectors.entries()) {
  console.log(JSON.stringify({ vector: number, ...(await outcomeOf(vector, complaints.get(number))) }));
}
console.log(JSON.stringify({ done: true }));

async function outcomeOf({ method, json, compiles }: Vector, complaint: string | undefined): Promise<object> {
  if (complaint !== undefined) {
    return { problem: complaint };
  }
  return compiles ? { gives: await mirrored(method, json) } : { refuses: 'does not compile' };
}

/** Reads the text as the method's result and writes what came as its params, by the generated code. */
async function mirrored(method: string, json: string): Promise<string> {
  let sent = '';
  const mirror: RpcCaller = {
    call: (_, params) => {
      sent = JSON.stringify(params);
      return Promise.resolve(JSON.parse(json));
    },
  };
  const api = new APIClient(mirror) as unknown as Record<string, TypedMethod>;
  const call = api[memberOf(method)];
  if (call === undefined) {
    throw new Error(`the SDK has no member ${memberOf(method)}`);
  }
  await call.call(api, await call.call(api, {}));
  return sent;
}

/** What the compiler says against a vector, by its number: it fails to compile, or compiles although it must not. */
function complaintsOfCompiler(): Map<number, string> {
  const lines = ["import type { APIClient } from 'sdk';"];
  const numbers: number[] = [];
  vectors.forEach(({ method, json, compiles }, number) => {
    const call = `APIClient['${memberOf(method)}']`;
    // A compiler counts these as ends of lines.
    const literal = json.replace(/[\u2028\u2029]/g, (end) => `\\u${end.charCodeAt(0).toString(16)}`);
    for (const [name, type] of [
      ['params', `Parameters<${call}>[0]`],
      ['result', `Awaited<ReturnType<${call}>>`],
    ] as const) {
      if (!compiles) {
        numbers[lines.push('// @ts-expect-error')] = number;
      }
      numbers[lines.push(`export const ${name}${String(number)}: ${type} = ${literal};`)] = number;
    }
  });
  mkdirSync('vectors', { recursive: true });
  writeFileSync('vectors/literals.ts', lines.join('\n'));
  writeFileSync('vectors/tsconfig.json', '{"extends": "../tsconfig.json", "include": ["literals.ts"]}');
  const compiler = ['node_modules/typescript/bin/tsc', '--pretty', 'false', '-p', 'vectors'];
  const { stdout, status } = spawnSync('node', compiler, { encoding: 'utf8', maxBuffer: 2 ** 26 });
  const complaints = new Map<number, string>();
  for (const [line, at] of stdout.matchAll(/^vectors\/literals\.ts\((\d+),.*$/gm)) {
    complaints.set(numbers[Number(at)] ?? -1, line);
  }
  if (status !== 0 && complaints.size === 0) {
    throw new Error(`tsc failed: ${stdout}`);
  }
  return complaints;
}

/** The generated member for a wire name. */
function memberOf(method: string): string {
  return method.replace(/[._](\w)/g, (_, letter: string) => letter.toUpperCase());
}
