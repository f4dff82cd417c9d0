// The plugin writes this file anew for each contract; this one serves the runtime's own tests.

import type { Layout } from './options.js';

/** Channel layout of the contract this SDK was generated from. */
export const layout: Layout = 'plain';

/** What the server compares with its own contract. */
export const contractHash = '0000000000000000000000000000000000000000000000000000000000000000';

/** Version of this SDK. */
export const sdkVersion = '0.0.0';
