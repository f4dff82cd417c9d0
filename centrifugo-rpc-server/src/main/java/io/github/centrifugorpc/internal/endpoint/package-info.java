/**
 * The server's HTTP endpoints: who may use them, and how calls and their replies look there. It knows the engine only by
 * its interface.
 */
@NullMarked
package io.github.centrifugorpc.internal.endpoint;

import org.jspecify.annotations.NullMarked;
