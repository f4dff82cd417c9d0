/** The store that servers share, on a real Redis. */
@NullMarked
package io.github.centrifugorpc.redis;

import org.jspecify.annotations.NullMarked;
