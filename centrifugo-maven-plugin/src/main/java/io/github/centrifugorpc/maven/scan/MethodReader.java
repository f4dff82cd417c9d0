package io.github.centrifugorpc.maven.scan;

import io.github.centrifugorpc.contract.Place;
import io.github.centrifugorpc.contract.RpcMethod;
import io.github.centrifugorpc.contract.RpcMethod.MethodOptions;
import io.github.centrifugorpc.contract.TypeRef;
import io.github.centrifugorpc.maven.check.ProblemId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads a handler's method: its name, what it takes and what it returns. */
final class MethodReader {

    private static final String CONTEXT = "io.github.centrifugorpc.ConnectionContext";
    private static final Set<String> STAGES =
            Set.of("java.util.concurrent.CompletionStage", "java.util.concurrent.CompletableFuture");
    private static final int MAX_TIMEOUT_SECONDS = 300;

    private final JavaModel model;
    private final Notes notes;
    private final Declarations declarations;
    private final TypeReader types;
    private final ErrorReader errors;
    private final TypeText text;
    private final ProblemSink problems;

    MethodReader(
            JavaModel model,
            Notes notes,
            Declarations declarations,
            TypeReader types,
            ErrorReader errors,
            TypeText text,
            ProblemSink problems) {
        this.model = model;
        this.notes = notes;
        this.declarations = declarations;
        this.types = types;
        this.errors = errors;
        this.text = text;
        this.problems = problems;
    }

    /** The method as far as it could be read; what could not was reported. */
    Optional<RpcMethod> read(ExecutableElement method, AnnotationMirror annotation) {
        Place place = model.placeOf(method);
        Optional<String> name = Annotations.text(annotation, "value");
        if (name.isEmpty()) {
            problems.report(
                    ProblemId.NOT_CONSTANT, place, Map.of("what", "the RPC name of method '" + javaName(method) + "'"));
            return Optional.empty();
        }
        checkCallable(method, place);
        MethodOptions options = options(method, annotation, place);
        Optional<TypeRef.Named> params = params(method, place);
        Optional<TypeRef> result = result(method, place);
        List<String> declared = errors.read(method, place);
        return Optional.of(new RpcMethod(
                name.get(),
                model.binaryName(JavaModel.declaringType(method)),
                method.getSimpleName().toString(),
                params,
                // Callers of such a method get no answer, so none is promised.
                options.noReply() ? Optional.empty() : result,
                options.noReply() ? List.of() : declared,
                notes.docs(method),
                notes.deprecated(method),
                options,
                place));
    }

    private void checkCallable(ExecutableElement method, Place place) {
        Set<Modifier> modifiers = method.getModifiers();
        if (modifiers.contains(Modifier.STATIC)) {
            reportCallable(method, place, "static");
        } else if (modifiers.contains(Modifier.ABSTRACT)) {
            reportCallable(method, place, "abstract");
        } else if (modifiers.contains(Modifier.PRIVATE)) {
            reportCallable(method, place, "private");
        } else if (!modifiers.contains(Modifier.PUBLIC)) {
            reportCallable(method, place, "not public");
        }
        if (!method.getTypeParameters().isEmpty()) {
            problems.report(ProblemId.GENERIC_METHOD, place, Map.of("method", javaName(method)));
        }
    }

    private void reportCallable(ExecutableElement method, Place place, String reason) {
        problems.report(ProblemId.NOT_CALLABLE, place, Map.of("method", javaName(method), "reason", reason));
    }

    private Optional<TypeRef.Named> params(ExecutableElement method, Place place) {
        List<VariableElement> values = new ArrayList<>();
        int contexts = 0;
        boolean isContextLate = false;
        for (VariableElement parameter : method.getParameters()) {
            if (isContext(parameter.asType())) {
                contexts++;
                isContextLate |= !values.isEmpty();
            } else {
                values.add(parameter);
            }
        }
        if (values.size() > 1 || contexts > 1 || isContextLate) {
            String taken = method.getParameters().stream()
                    .map(parameter -> text.of(parameter.asType()))
                    .collect(Collectors.joining(", ", "(", ")"));
            ProblemId id = values.size() > 1 ? ProblemId.MORE_THAN_ONE_PARAMS : ProblemId.BAD_SIGNATURE;
            problems.report(id, place, Map.of("method", javaName(method), "taken", taken));
            return Optional.empty();
        }
        return values.isEmpty() ? Optional.empty() : params(method, values.get(0), place);
    }

    private boolean isContext(TypeMirror type) {
        return type.getKind() == TypeKind.DECLARED
                && ((TypeElement) ((DeclaredType) type).asElement())
                        .getQualifiedName()
                        .contentEquals(CONTEXT);
    }

    private Optional<TypeRef.Named> params(ExecutableElement method, VariableElement parameter, Place place) {
        TypeMirror type = parameter.asType();
        Use use = new Use(place, "the params argument of method '" + javaName(method) + "'", Direction.PARAMS);
        TypeMarks marks = marks(method)
                .ofParameter(model.signature(method), method.getParameters().indexOf(parameter));
        Optional<TypeRef> read = types.read(type, marks, use);
        boolean isObject = read.filter(TypeRef.Named.class::isInstance)
                .filter(named -> !declarations.isEnum(named))
                .isPresent();
        boolean isNullable = Annotations.of(parameter).sayNullable() || marks.isNullable(type, "");
        if (read.isPresent() && (!isObject || isNullable)) {
            problems.report(
                    ProblemId.PARAMS_NOT_OBJECT,
                    place,
                    Map.of("method", javaName(method), "type", (isNullable ? "@Nullable " : "") + text.of(type)));
            return Optional.empty();
        }
        return read.map(TypeRef.Named.class::cast);
    }

    private Optional<TypeRef> result(ExecutableElement method, Place place) {
        TypeMirror type = method.getReturnType();
        TypeMarks marks = marks(method).ofReturn(model.signature(method));
        boolean isNullable = Annotations.of(method).sayNullable() || marks.isNullable(type, "");
        if (type instanceof DeclaredType stage
                && isStage(stage)
                && !stage.getTypeArguments().isEmpty()) {
            type = stage.getTypeArguments().get(0);
            marks = marks.inside("0;");
            isNullable = marks.isNullable(type, "");
        }
        if (isVoid(type)) {
            return Optional.empty();
        }
        Use use = new Use(place, "the result of method '" + javaName(method) + "'", Direction.RESULT);
        Optional<TypeRef> read = types.read(type, marks, use);
        if (read.filter(TypeRef.PatchOf.class::isInstance).isPresent()) {
            problems.report(
                    ProblemId.UNSUPPORTED_TYPE,
                    place,
                    Map.of(
                            "what",
                            use.what(),
                            "type",
                            text.of(type),
                            "reason",
                            "a Patch that is no member",
                            "replacement",
                            "a record that has it as a member"));
            return Optional.empty();
        }
        return isNullable ? read.map(TypeReader::orNull) : read;
    }

    private static boolean isStage(DeclaredType type) {
        return type.getKind() == TypeKind.DECLARED
                && STAGES.contains(
                        ((TypeElement) type.asElement()).getQualifiedName().toString());
    }

    private static boolean isVoid(TypeMirror type) {
        return type.getKind() == TypeKind.VOID
                || (type.getKind() == TypeKind.DECLARED
                        && ((TypeElement) ((DeclaredType) type).asElement())
                                .getQualifiedName()
                                .contentEquals("java.lang.Void"));
    }

    private MethodOptions options(ExecutableElement method, AnnotationMirror annotation, Place place) {
        int seconds = Annotations.written(annotation, "timeout")
                .filter(Integer.class::isInstance)
                .map(Integer.class::cast)
                .orElse(0);
        if (seconds < 0 || seconds > MAX_TIMEOUT_SECONDS) {
            problems.report(
                    ProblemId.BAD_TIMEOUT,
                    place,
                    Map.of("method", javaName(method), "timeout", String.valueOf(seconds)));
        }
        return new MethodOptions(
                seconds == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(seconds)),
                Annotations.flag(annotation, "nonBlocking"),
                Annotations.flag(annotation, "idempotent"),
                Annotations.flag(annotation, "noReply"),
                Annotations.flag(annotation, "anonymous"));
    }

    private ClassFileMarks marks(ExecutableElement method) {
        return model.classFile(JavaModel.declaringType(method));
    }

    private static String javaName(ExecutableElement method) {
        return method.getSimpleName().toString();
    }
}
