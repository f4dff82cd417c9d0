package io.github.centrifugorpc.maven.scan;

import io.github.centrifugorpc.contract.Docs;
import io.github.centrifugorpc.contract.Place;
import java.util.Optional;
import javax.lang.model.type.TypeMirror;

/**
 * One property as Jackson sees it in one direction.
 *
 * @param name of the Java member
 * @param marks on the type, where a class file tells more than javac
 * @param isMarkedNullable an annotation on it or on its type says that it may be null
 * @param isMarkedNonNull an annotation on it or on its type says that it may not be null
 * @param annotations from all places that belong to the property
 * @param isOfBean bean properties may be left out by default, those of a record may not (types T1)
 */
record Property(
        String name,
        TypeMirror type,
        TypeMarks marks,
        boolean isMarkedNullable,
        boolean isMarkedNonNull,
        Annotations annotations,
        Place place,
        Docs docs,
        Optional<String> deprecated,
        boolean isOfBean) {}
