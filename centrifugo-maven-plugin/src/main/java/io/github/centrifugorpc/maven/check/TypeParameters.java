package io.github.centrifugorpc.maven.check;

import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.contract.Member;
import io.github.centrifugorpc.contract.ObjectType;
import io.github.centrifugorpc.contract.TypeRef;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Follows type arguments to the parameters that they stand for. */
final class TypeParameters {

    private final Map<String, ObjectType> objects;

    TypeParameters(Contract contract) {
        this.objects = ContractTypes.objectsByName(contract);
    }

    /** A type parameter of an object, by the names of both. */
    record Parameter(String owner, String variable) {}

    /** Tells each argument anywhere in a type, with the parameter that it stands for. */
    void eachArgument(TypeRef type, BiConsumer<TypeRef, Parameter> told) {
        ObjectType object = type instanceof TypeRef.Named named ? objects.get(named.name()) : null;
        if (object != null) {
            List<TypeRef> arguments = type.parts();
            int known = Math.min(arguments.size(), object.typeParameters().size());
            for (int i = 0; i < known; i++) {
                told.accept(
                        arguments.get(i),
                        new Parameter(object.name(), object.typeParameters().get(i)));
            }
        }
        type.parts().forEach(part -> eachArgument(part, told));
    }

    /** The types of an object's members, those that are not declared included. */
    static Stream<TypeRef> memberTypes(ObjectType object) {
        return Stream.concat(object.members().stream().map(Member::type), object.extra().stream());
    }
}
