/**
 * Where a server can be told more than most need: these types know the libraries behind it. They know nothing of how
 * calls travel.
 */
@NullMarked
package io.github.centrifugorpc.server.spi;

import org.jspecify.annotations.NullMarked;
