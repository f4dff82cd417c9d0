/**
 * Constraints beside the types, by Bean Validation where it is on the class path. It knows the contract and neither JSON
 * nor handlers.
 */
@NullMarked
package io.github.centrifugorpc.internal.validate;

import org.jspecify.annotations.NullMarked;
