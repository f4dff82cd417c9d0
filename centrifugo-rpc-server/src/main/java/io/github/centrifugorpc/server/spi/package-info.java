/**
 * Where a server can be told more than most need: which libraries read its types, and where it remembers what it has
 * run. They know nothing of how calls travel.
 */
@NullMarked
package io.github.centrifugorpc.server.spi;

import org.jspecify.annotations.NullMarked;
