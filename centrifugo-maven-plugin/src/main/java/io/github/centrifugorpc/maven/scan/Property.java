package io.github.centrifugorpc.maven.scan;

import io.github.centrifugorpc.contract.Docs;
import io.github.centrifugorpc.contract.Place;
import java.util.List;
import java.util.Optional;
import javax.lang.model.type.TypeMirror;

/**
 * One property as Jackson sees it in one direction.
 *
 * @param name on the wire
 * @param javaName of the Java member
 * @param marks on the type, where a class file tells more than javac
 * @param isMarkedNullable an annotation on it or on its type says that it may be null
 * @param isMarkedNonNull an annotation on it or on its type says that it may not be null
 * @param annotations that Jackson sees in this direction
 * @param accessors all that belong to it, those that Jackson does not use included
 * @param isOfBean bean properties may be left out by default, those of a record or creator may not (types T1)
 */
record Property(
        String name,
        String javaName,
        TypeMirror type,
        TypeMarks marks,
        boolean isMarkedNullable,
        boolean isMarkedNonNull,
        Annotations annotations,
        List<Accessor> accessors,
        Place place,
        Docs docs,
        Optional<String> deprecated,
        boolean isOfBean) {

    /** The annotations of all its accessors, used or not. */
    Annotations everywhere() {
        return accessors.stream().map(Accessor::annotations).reduce(Annotations.NONE, Annotations::and);
    }
}
