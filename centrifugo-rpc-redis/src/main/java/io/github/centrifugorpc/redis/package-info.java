/**
 * What servers that answer the same clients have run, in a Redis that they share (wire W7). It knows what a store must
 * know, and nothing of how calls are run or travel.
 */
@NullMarked
package io.github.centrifugorpc.redis;

import org.jspecify.annotations.NullMarked;
