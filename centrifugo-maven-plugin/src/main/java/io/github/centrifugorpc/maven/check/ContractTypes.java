package io.github.centrifugorpc.maven.check;

import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.contract.Docs;
import io.github.centrifugorpc.contract.EnumType;
import io.github.centrifugorpc.contract.Member;
import io.github.centrifugorpc.contract.ObjectType;
import io.github.centrifugorpc.contract.ScalarKind;
import io.github.centrifugorpc.contract.TypeRef;
import io.github.centrifugorpc.contract.UnionType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The declarations of a contract by kind. */
final class ContractTypes {

    private ContractTypes() {}

    static Stream<ObjectType> objects(Contract contract) {
        return contract.types().stream().filter(ObjectType.class::isInstance).map(ObjectType.class::cast);
    }

    /** All that has a name in an object: its tag, where it has one, and its members. */
    static List<Member> membersWithTag(ObjectType type) {
        Stream<Member> tag = type.tag().stream()
                .map(found -> new Member(
                        found.member(),
                        found.member(),
                        new TypeRef.Scalar(ScalarKind.STRING),
                        true,
                        Optional.empty(),
                        Docs.NONE,
                        Optional.empty(),
                        type.place()));
        return Stream.concat(tag, type.members().stream()).toList();
    }

    /** By name; of two that share theirs, which another rule reports, the first. */
    static Map<String, ObjectType> objectsByName(Contract contract) {
        return objects(contract)
                .collect(Collectors.toMap(ObjectType::name, Function.identity(), (first, second) -> first));
    }

    static Stream<UnionType> unions(Contract contract) {
        return contract.types().stream().filter(UnionType.class::isInstance).map(UnionType.class::cast);
    }

    static Stream<EnumType> enums(Contract contract) {
        return contract.types().stream().filter(EnumType.class::isInstance).map(EnumType.class::cast);
    }
}
