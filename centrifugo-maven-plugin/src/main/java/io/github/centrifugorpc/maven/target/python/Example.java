package io.github.centrifugorpc.maven.target.python;

import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.contract.EnumType;
import io.github.centrifugorpc.contract.Member;
import io.github.centrifugorpc.contract.ObjectType;
import io.github.centrifugorpc.contract.RpcMethod;
import io.github.centrifugorpc.contract.ScalarKind;
import io.github.centrifugorpc.contract.TypeRef;
import io.github.centrifugorpc.contract.UnionType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A program that calls one method, for an SDK's README. */
final class Example {

    private static final int IN_MAIN = 8;

    private final Contract contract;

    Example(Contract contract) {
        this.contract = contract;
    }

    /** A whole program; it takes its settings from the environment, so that it can be run as it stands. */
    List<String> lines(String packageName) {
        var names = new TreeSet<>(ImportOrder.IMPORTS);
        names.addAll(List.of("APIClient", "CentrifugoRPCClient"));
        var call = contract.methods().stream()
                .filter(method -> method.params().stream().allMatch(params -> isFinite(params.name(), Set.of())))
                .map(method -> new Call(method, names))
                .min(Comparator.comparing(Call::isUnusual)
                        .thenComparingInt(
                                candidate -> candidate.lines().toString().length()))
                .map(Call::linesAndNames)
                .orElse(List.of());
        var source = String.join("\n", call);
        var lines = new ArrayList<String>();
        lines.add("import asyncio");
        if (source.contains("datetime.")) {
            lines.add("import datetime");
        }
        lines.add("import os");
        if (source.contains("uuid.")) {
            lines.add("import uuid");
        }
        if (source.contains("Decimal(")) {
            lines.add("from decimal import Decimal");
        }
        lines.add("");
        lines.addAll(imports("from " + packageName + " import ", List.copyOf(names)));
        lines.addAll(List.of(
                "",
                "",
                "async def main() -> None:",
                "    url = os.environ[\"CENTRIFUGO_URL\"]",
                "    token = os.environ[\"TOKEN\"]",
                "    user_id = os.environ[\"USER_ID\"]",
                "    async with CentrifugoRPCClient(url, token, user_id) as rpc:",
                "        api = APIClient(rpc)"));
        call.forEach(line -> lines.add(" ".repeat(IN_MAIN) + line));
        lines.addAll(List.of("", "", "asyncio.run(main())"));
        return lines;
    }

    private static List<String> imports(String head, List<String> names) {
        var lines = PythonLines.call(0, head, names, "");
        return lines.size() == 1 ? lines : PythonLines.call(0, head + "(", names, ")");
    }

    /** Whether a value of the type can be written down: a type that needs one of its own kind has none. */
    private boolean isFinite(String name, Set<String> around) {
        if (around.contains(name)) {
            return false;
        }
        var within = new TreeSet<>(around);
        within.add(name);
        if (contract.type(name) instanceof UnionType union) {
            return isFinite(union.variants().get(0), within);
        }
        return !(contract.type(name) instanceof ObjectType object)
                || object.members().stream()
                        .filter(Example::mustBeGiven)
                        .allMatch(member -> !(member.type() instanceof TypeRef.Named named)
                                || named.names().allMatch(inner -> isFinite(inner, within)));
    }

    private static boolean mustBeGiven(Member member) {
        boolean isOptional = member.type() instanceof TypeRef.Nullable
                || member.type() instanceof TypeRef.PatchOf
                || member.defaultValue().isPresent()
                || member.type() instanceof TypeRef.ListOf
                || member.type() instanceof TypeRef.SetOf
                || member.type() instanceof TypeRef.MapOf;
        return member.required() || !isOptional;
    }

    /** The lines of one call, and the names they use. */
    private final class Call {

        private final Set<String> allNames;
        private final Set<String> names = new TreeSet<>();
        private final boolean isUnusual;
        private final List<String> lines = new ArrayList<>();

        Call(RpcMethod method, Set<String> allNames) {
            this.allNames = allNames;
            this.isUnusual = method.params().isEmpty()
                    || method.result().isEmpty()
                    || method.deprecated().isPresent();
            method.params()
                    .map(this::object)
                    .ifPresent(params -> lines.addAll(PythonLines.call(
                            IN_MAIN, "params = " + className(params.name()) + "(", arguments(params), ")")));
            var argument = method.params().isPresent() ? "params" : "";
            var call = "await api." + PythonNames.method(method.name()) + "(" + argument + ")";
            lines.add(method.result().isPresent() ? "print(" + call + ")" : call);
        }

        /** A method that shows less than others do. */
        boolean isUnusual() {
            return isUnusual;
        }

        List<String> lines() {
            return lines;
        }

        List<String> linesAndNames() {
            allNames.addAll(names);
            return lines;
        }

        private String className(String name) {
            var className = PythonNames.type(name);
            names.add(className);
            return className;
        }

        /** The object itself, or the first variant of the union. */
        private TypeRef.Named object(TypeRef.Named type) {
            return contract.type(type.name()) instanceof UnionType union
                    ? new TypeRef.Named(union.variants().get(0))
                    : type;
        }

        private List<String> arguments(TypeRef.Named type) {
            var object = (ObjectType) contract.type(type.name());
            var variables = new HashMap<String, TypeRef>();
            for (int i = 0; i < type.arguments().size(); i++) {
                variables.put(object.typeParameters().get(i), type.arguments().get(i));
            }
            return object.members().stream()
                    .filter(Example::mustBeGiven)
                    .map(member -> PythonNames.field(member.name()) + "="
                            + value(member.type().bind(variables)))
                    .toList();
        }

        private String value(TypeRef type) {
            if (type instanceof TypeRef.Scalar scalar) {
                return scalar(scalar.kind());
            }
            if (type instanceof TypeRef.Named named) {
                return named(named);
            }
            return type instanceof TypeRef.MapOf || type instanceof TypeRef.Any ? "{}" : "[]";
        }

        private String named(TypeRef.Named type) {
            if (contract.type(type.name()) instanceof EnumType enumType) {
                var className = className(type.name());
                return enumType.values().isEmpty()
                        ? className + "(\"\")"
                        : className + "."
                                + PythonNames.enumMember(
                                        enumType.values().get(0).javaName());
            }
            var object = object(type);
            return className(object.name()) + "(" + String.join(", ", arguments(object)) + ")";
        }
    }

    private static String scalar(ScalarKind kind) {
        return switch (kind) {
            case BOOLEAN -> "True";
            case BYTE, SHORT, INT, LONG, LONG_STRING, BIG_INTEGER -> "1";
            case FLOAT, DOUBLE -> "1.5";
            case BIG_DECIMAL -> "Decimal(\"1.50\")";
            case STRING -> "\"123\"";
            case URI, URL -> "\"https://example.com/\"";
            case LOCALE -> "\"en-GB\"";
            case CURRENCY -> "\"EUR\"";
            case ZONE_ID -> "\"Europe/Berlin\"";
            case CHAR -> "\"a\"";
            case UUID -> "uuid.uuid4()";
            case BYTES -> "b\"bytes\"";
            case INSTANT, OFFSET_DATE_TIME, ZONED_DATE_TIME -> "datetime.datetime.now(datetime.timezone.utc)";
            case LOCAL_DATE -> "datetime.date(2026, 1, 31)";
            case LOCAL_TIME -> "datetime.time(12, 30)";
            case LOCAL_DATE_TIME -> "datetime.datetime(2026, 1, 31, 12, 30)";
            case DURATION -> "datetime.timedelta(minutes=5)";
        };
    }
}
