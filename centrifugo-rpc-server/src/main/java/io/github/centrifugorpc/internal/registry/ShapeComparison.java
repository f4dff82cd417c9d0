package io.github.centrifugorpc.internal.registry;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.centrifugorpc.contract.ObjectType;
import io.github.centrifugorpc.contract.RpcMethod;
import io.github.centrifugorpc.contract.TypeDeclaration;
import io.github.centrifugorpc.contract.TypeRef;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Compares handlers with what the contract says of them, so that a stale contract is found at start. */
final class ShapeComparison {

    private final ObjectMapper mapper;
    private final Map<String, TypeDeclaration> types;
    private final JavaTypes javaTypes;
    private final TypeComparison typeShapes;
    private final Consumer<Problem> problems;

    ShapeComparison(ObjectMapper mapper, Map<String, TypeDeclaration> types, Consumer<Problem> problems) {
        this.mapper = mapper;
        this.types = types;
        var boundTypes = new BoundTypes(mapper);
        this.javaTypes = new JavaTypes(types, boundTypes);
        this.typeShapes = new TypeComparison(mapper, types, boundTypes, javaTypes, problems);
        this.problems = problems;
    }

    static Problem outOfDate(HandlerCandidate candidate, String difference) {
        return new Problem(
                "CRPC-509",
                "The contract of '" + candidate.name() + "' is not that of " + candidate + ": " + difference + ".",
                TypeComparison.RUN_THE_PLUGIN);
    }

    /** Whether the method and all types it uses are as declared; if not, the differences are among the problems. */
    boolean fits(HandlerSignature signature, RpcMethod declared) {
        var candidate = signature.candidate();
        var declaredParams =
                declared.params().map(TypeRef.Named::name).map(this::javaName).orElse("none");
        var params = signature
                .params()
                .map(type -> mapper.constructType(type).getRawClass().getName())
                .orElse("none");
        if (!declaredParams.equals(params)) {
            problems.accept(outOfDate(candidate, "its params are " + params + ", not " + declaredParams));
            return false;
        }
        var result = mapper.constructType(signature.result());
        boolean hasResult = !result.hasRawClass(void.class) && !result.hasRawClass(Void.class);
        if (hasResult != declared.result().isPresent()) {
            problems.accept(outOfDate(
                    candidate,
                    "it returns " + (hasResult ? "a result" : "none") + ", and the contract" + " says it returns "
                            + (hasResult ? "none" : "one")));
            return false;
        }
        // A stage that does not say of what may be of anything.
        boolean isErased = result.isJavaLangObject();
        if (!isErased
                && declared.result()
                        .filter(type -> !javaTypes.mayBe(result, type))
                        .isPresent()) {
            problems.accept(
                    outOfDate(candidate, "it returns " + told(result) + ", and the contract says another type"));
            return false;
        }
        if (declared.params()
                .filter(type ->
                        !javaTypes.mayBe(mapper.constructType(signature.params().orElseThrow()), type))
                .isPresent()) {
            problems.accept(outOfDate(
                    candidate,
                    "it takes " + told(mapper.constructType(signature.params().orElseThrow()))
                            + ", and the contract says another type"));
            return false;
        }
        var loader = candidate.handler().getClass().getClassLoader();
        boolean doParamsFit = declared.params()
                .map(type -> typeShapes.fits(type, loader) && typeShapes.canBeMade(type))
                .orElse(true);
        boolean doesResultFit =
                declared.result().map(type -> typeShapes.fits(type, loader)).orElse(true);
        return doParamsFit && doesResultFit;
    }

    /** Whether the contract's reference may have been written for a Java type. */
    boolean mayBe(JavaType type, TypeRef declared) {
        return javaTypes.mayBe(type, declared);
    }

    /** Whether all types that a reference names are as their classes; if not, the differences are among the problems. */
    boolean fits(TypeRef declared, HandlerCandidate candidate) {
        return typeShapes.fits(declared, candidate.handler().getClass().getClassLoader());
    }

    /** The objects that params may be made of. */
    List<ObjectType> objects(TypeRef params) {
        return typeShapes.objects(params);
    }

    /** The classes of {@link #objects}. */
    List<Class<?>> classes(TypeRef params) {
        return typeShapes.classes(params);
    }

    /** Members, as {@code Type.member}, whose Java type Jackson reads from what the plugin's mapping says. */
    Set<String> mappedMembers() {
        return typeShapes.mappedMembers();
    }

    private String javaName(String typeName) {
        var type = types.get(typeName);
        return type == null ? "a type that the contract does not declare (" + typeName + ")" : type.javaName();
    }

    static String told(JavaType type) {
        var name = type.getRawClass().getSimpleName();
        return type.getBindings().isEmpty()
                ? name
                : type.getBindings().getTypeParameters().stream()
                        .map(ShapeComparison::told)
                        .collect(Collectors.joining(", ", name + "<", ">"));
    }
}
