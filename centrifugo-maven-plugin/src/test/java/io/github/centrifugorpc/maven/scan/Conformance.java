package io.github.centrifugorpc.maven.scan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.contract.EnumType;
import io.github.centrifugorpc.contract.Member;
import io.github.centrifugorpc.contract.ObjectType;
import io.github.centrifugorpc.contract.ScalarKind;
import io.github.centrifugorpc.contract.TypeDeclaration;
import io.github.centrifugorpc.contract.TypeRef;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Whether JSON is what a contract promises. */
final class Conformance {

    private static final Set<ScalarKind> NUMBERS = Set.of(
            ScalarKind.BYTE, ScalarKind.SHORT, ScalarKind.INT, ScalarKind.LONG, ScalarKind.FLOAT, ScalarKind.DOUBLE);

    private final Contract contract;

    Conformance(Contract contract) {
        this.contract = contract;
    }

    void check(JsonNode value, ObjectType type) {
        Map<String, Member> members =
                type.members().stream().collect(Collectors.toMap(Member::name, Function.identity()));
        value.fieldNames().forEachRemaining(name -> {
            if (members.containsKey(name)) {
                check(value.get(name), members.get(name).type(), name);
            } else {
                assertThat(type.extra()).as("the member %s of %s", name, value).isPresent();
                check(value.get(name), type.extra().orElseThrow(), name);
            }
        });
        for (Member member : type.members()) {
            boolean mayBeAbsent = member.type() instanceof TypeRef.Nullable;
            assertThat(value.has(member.name()) || mayBeAbsent)
                    .as("%s in %s", member.name(), value)
                    .isTrue();
        }
    }

    private void check(JsonNode value, TypeRef type, String where) {
        boolean fits = type.accept(new TypeRef.Visitor<Boolean>() {
            @Override
            public Boolean scalar(ScalarKind kind) {
                if (kind == ScalarKind.BOOLEAN) {
                    return value.isBoolean();
                }
                return NUMBERS.contains(kind) ? value.isNumber() : value.isTextual();
            }

            @Override
            public Boolean any() {
                return true;
            }

            @Override
            public Boolean named(String name, List<TypeRef> arguments) {
                TypeDeclaration declaration = contract.type(name);
                if (declaration instanceof EnumType constants) {
                    return constants.values().stream()
                            .anyMatch(constant -> constant.name().equals(value.asText()));
                }
                check(value, (ObjectType) declaration);
                return value.isObject();
            }

            @Override
            public Boolean variable(String name) {
                return false;
            }

            @Override
            public Boolean list(TypeRef element) {
                value.forEach(part -> check(part, element, where));
                return value.isArray();
            }

            @Override
            public Boolean set(TypeRef element) {
                return list(element);
            }

            @Override
            public Boolean map(TypeRef key, TypeRef element) {
                value.forEach(part -> check(part, element, where));
                return value.isObject();
            }

            @Override
            public Boolean nullable(TypeRef inner) {
                if (!value.isNull()) {
                    check(value, inner, where);
                }
                return true;
            }

            @Override
            public Boolean patch(TypeRef inner) {
                return nullable(inner);
            }
        });
        assertThat(fits).as("%s, which is %s, as %s", where, value, type).isTrue();
    }
}
