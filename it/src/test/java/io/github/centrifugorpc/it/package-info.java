/**
 * Tests that run the product as a user would: a real Centrifugo and real SDKs in containers. They know no module's
 * internals.
 */
@NullMarked
package io.github.centrifugorpc.it;

import org.jspecify.annotations.NullMarked;
