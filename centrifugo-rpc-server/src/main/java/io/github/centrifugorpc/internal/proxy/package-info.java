/**
 * What Centrifugo's proxy requests say: who calls, and the envelope of the call inside (wire W2). It reads, and decides
 * nothing.
 */
@NullMarked
package io.github.centrifugorpc.internal.proxy;

import org.jspecify.annotations.NullMarked;
