/**
 * From annotated classes and the contract to an immutable table of methods, once, at start. It knows reflection and
 * neither transports nor HTTP.
 */
@NullMarked
package io.github.centrifugorpc.internal.registry;

import org.jspecify.annotations.NullMarked;
