package io.github.centrifugorpc.maven.mojo;

import io.github.centrifugorpc.contract.ScalarKind;
import io.github.centrifugorpc.contract.TypeRef;
import io.github.centrifugorpc.maven.naming.Words;

/** Types of results as Java developers write them. */
final class ResultText implements TypeRef.Visitor<String> {

    private ResultText() {}

    static String of(TypeRef type) {
        return type.accept(new ResultText());
    }

    @Override
    public String scalar(ScalarKind kind) {
        return switch (kind) {
            case BOOLEAN, BYTE, SHORT, INT, LONG, FLOAT, DOUBLE, CHAR -> kind.wireName();
            case LONG_STRING -> "long";
            case UUID -> "UUID";
            case BYTES -> "byte[]";
            case STRING, BIG_INTEGER, BIG_DECIMAL, INSTANT, OFFSET_DATE_TIME, ZONED_DATE_TIME -> words(kind);
            case LOCAL_DATE, LOCAL_TIME, LOCAL_DATE_TIME, DURATION -> words(kind);
        };
    }

    @Override
    public String named(String name) {
        return name;
    }

    @Override
    public String list(TypeRef element) {
        return "List<" + of(element) + ">";
    }

    @Override
    public String set(TypeRef element) {
        return "Set<" + of(element) + ">";
    }

    @Override
    public String map(TypeRef key, TypeRef value) {
        return "Map<" + of(key) + ", " + of(value) + ">";
    }

    @Override
    public String nullable(TypeRef inner) {
        return "Optional<" + of(inner) + ">";
    }

    private static String words(ScalarKind kind) {
        return Words.of(kind.wireName()).pascalCase();
    }
}
