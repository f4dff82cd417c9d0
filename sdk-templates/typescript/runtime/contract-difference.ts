import { fingerprints } from './fingerprints.js';

// A name has at most 128 characters, so that a piece has less than 32 KiB.
const METHODS_PER_PIECE = 200;
const MOST_NAMES = 10;

/**
 * Tells which methods a server with another contract lacks, or has others by their names; nothing where none. Imported
 * only then: the fingerprints of many methods take their place.
 */
export async function contractDifference(
  compare: (params: object) => Promise<unknown>,
): Promise<string | undefined> {
  const methods = Object.entries(fingerprints);
  const missing: string[] = [];
  const different: string[] = [];
  for (let first = 0; first < methods.length; first += METHODS_PER_PIECE) {
    const piece = Object.fromEntries(methods.slice(first, first + METHODS_PER_PIECE));
    const answer = (await compare({ methods: piece })) as { missing?: string[]; different?: string[] };
    missing.push(...(answer.missing ?? []));
    different.push(...(answer.different ?? []));
  }
  const parts = [...named('has no', missing), ...named('has another', different)];
  return parts.length === 0
    ? undefined
    : `this SDK does not fit the server, which ${parts.join(', and ')}. Generate it from the server's handlers anew.`;
}

function named(what: string, methods: string[]): string[] {
  const more = methods.length - MOST_NAMES;
  const names = methods.slice(0, MOST_NAMES).join(', ');
  return methods.length === 0 ? [] : [`${what} ${names}${more > 0 ? ` and ${String(more)} more` : ''}`];
}
