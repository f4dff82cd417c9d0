package io.github.centrifugorpc.maven.check;

import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.contract.EnumType;
import io.github.centrifugorpc.contract.ObjectType;
import java.util.stream.Stream;

/** The declarations of a contract by kind. */
final class ContractTypes {

    private ContractTypes() {}

    static Stream<ObjectType> objects(Contract contract) {
        return contract.types().stream().filter(ObjectType.class::isInstance).map(ObjectType.class::cast);
    }

    static Stream<EnumType> enums(Contract contract) {
        return contract.types().stream().filter(EnumType.class::isInstance).map(EnumType.class::cast);
    }
}
