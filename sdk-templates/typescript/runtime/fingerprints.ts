// The plugin writes this file anew for each contract; this one serves the runtime's own tests.

/** The fingerprint of each method; imported only where the server's contract is another one. */
export const fingerprints: Readonly<Record<string, string>> = {
  'tasks.create': '00000000',
};
