/**
 * The one home of strictness: checkers compiled from the contract that read params token by token, name everything that
 * is wrong with its path, and hand on what is right in a form that binds without further questions. It knows neither
 * transports nor handlers.
 */
@NullMarked
package io.github.centrifugorpc.internal.check;

import org.jspecify.annotations.NullMarked;
