// The plugin writes this file anew for each contract; this one serves the runtime's own tests.

import type { Layout } from './options.js';

/** Channel layout of the contract this SDK was generated from. */
export const layout: Layout = 'plain';

/** Version of this SDK. */
export const sdkVersion = '0.0.0';
