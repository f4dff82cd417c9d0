package io.github.centrifugorpc.maven.mojo;

import static java.util.stream.Collectors.joining;

import io.github.centrifugorpc.contract.ScalarKind;
import io.github.centrifugorpc.contract.TypeRef;
import io.github.centrifugorpc.maven.naming.Words;
import java.util.List;

/** Types of params and results as Java developers write them. */
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
            case URI, URL -> kind.name();
            case UUID -> "UUID";
            case BYTES -> "byte[]";
            case STRING, BIG_INTEGER, BIG_DECIMAL, INSTANT, OFFSET_DATE_TIME, ZONED_DATE_TIME -> words(kind);
            case LOCAL_DATE, LOCAL_TIME, LOCAL_DATE_TIME, DURATION, LOCALE, CURRENCY, ZONE_ID -> words(kind);
        };
    }

    @Override
    public String any() {
        return "Object";
    }

    @Override
    public String named(String name, List<TypeRef> arguments) {
        return name
                + (arguments.isEmpty()
                        ? ""
                        : arguments.stream().map(ResultText::of).collect(joining(", ", "<", ">")));
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

    @Override
    public String variable(String name) {
        return name;
    }

    @Override
    public String patch(TypeRef inner) {
        return "Patch<" + of(inner) + ">";
    }

    private static String words(ScalarKind kind) {
        return Words.of(kind.wireName()).pascalCase();
    }
}
