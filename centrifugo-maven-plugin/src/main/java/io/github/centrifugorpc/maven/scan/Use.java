package io.github.centrifugorpc.maven.scan;

import io.github.centrifugorpc.contract.Place;

/**
 * Where a type is used, so that a problem with it can be told.
 *
 * @param what as a sentence begins: {@code member 'tags' of Task}
 */
record Use(Place place, String what, Direction direction) {}
