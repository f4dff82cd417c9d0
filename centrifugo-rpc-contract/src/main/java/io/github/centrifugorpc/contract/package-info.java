/**
 * What a server offers and its clients may call: immutable values, their JSON form and nothing else. It knows neither
 * javac nor Maven, templates, HTTP or any target language.
 */
@NullMarked
package io.github.centrifugorpc.contract;

import org.jspecify.annotations.NullMarked;
