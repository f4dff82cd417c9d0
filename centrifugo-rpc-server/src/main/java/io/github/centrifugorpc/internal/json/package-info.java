/**
 * Jackson, set up so that what is written is exactly what the contract promises, or refused with a sentence. It knows
 * neither HTTP nor handlers.
 */
@NullMarked
package io.github.centrifugorpc.internal.json;

import org.jspecify.annotations.NullMarked;
