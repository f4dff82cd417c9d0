/**
 * What becomes of calls when connections, servers, Centrifugo or the client itself fail in their midst. It knows SDKs only
 * as puppets that do what they are told and say how their calls ended.
 */
@NullMarked
package io.github.centrifugorpc.it.fault;

import org.jspecify.annotations.NullMarked;
