/** The sample, tried as the README says. It runs the scripts behind make and reads what people would read. */
@NullMarked
package io.github.centrifugorpc.it.demo;

import org.jspecify.annotations.NullMarked;
