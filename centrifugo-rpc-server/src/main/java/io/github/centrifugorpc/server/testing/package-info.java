/**
 * Handlers called in a test of their users' own, without a port or a Centrifugo: the rooms of the server are the real
 * ones. It knows nothing of how requests travel.
 */
@NullMarked
package io.github.centrifugorpc.server.testing;

import org.jspecify.annotations.NullMarked;
