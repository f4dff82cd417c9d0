package io.github.centrifugorpc.maven.scan;

import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.contract.ErrorType;
import io.github.centrifugorpc.contract.Place;
import io.github.centrifugorpc.contract.RpcMethod;
import io.github.centrifugorpc.contract.TypeDeclaration;
import io.github.centrifugorpc.maven.check.ProblemId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Finds the handlers of a project and reads their contract. */
public final class HandlerScanner {

    private static final String ANNOTATION = "io.github.centrifugorpc.WebsocketRpc";
    private static final String SIMPLE_ANNOTATION = "WebsocketRpc";

    /** All that can be read, and all that stands in the way. */
    public ScanResult scan(ScanRequest request) {
        ProblemSink problems = new ProblemSink();
        List<Path> files = SourceFiles.under(request.sources());
        Optional<Contract> contract =
                files.isEmpty() && request.handlerClasses().isEmpty()
                        ? Optional.empty()
                        : new JavacSession(request, problems).read(files, model -> read(model, request, problems));
        return new ScanResult(
                contract.orElseGet(() -> contract(request, problems, List.of(), List.of(), List.of())), problems.all());
    }

    private static Contract read(JavaModel model, ScanRequest request, ProblemSink problems) {
        Notes notes = new Notes(model);
        TypeText text = new TypeText(model);
        Hierarchy hierarchy = new Hierarchy();
        Declarations declarations = new Declarations(model);
        JacksonAnnotations jackson = new JacksonAnnotations(problems);
        ScanRequest.Settings settings = request.settings();
        TypeInfos typeInfos = new TypeInfos(model, hierarchy, problems);
        TypeReader types = new TypeReader(
                settings.longs(),
                TypeMappings.of(settings.typeMappings(), model, problems),
                declarations,
                typeInfos,
                text,
                problems);
        WireNames names = new WireNames(settings.naming());
        UnionReader unions = new UnionReader(model, notes, typeInfos, types, names, problems);
        EnumReader enums =
                new EnumReader(model, notes, jackson, new EnumValues(model, hierarchy, text, problems), problems);
        MemberReader members = new MemberReader(
                model,
                types,
                name -> Optional.ofNullable(declarations.elements().get(name))
                        .filter(type -> type.getKind() == ElementKind.ENUM)
                        .map(enums::read),
                problems);
        ClassAnnotations classes = new ClassAnnotations(hierarchy);
        AccessorCollector accessors = new AccessorCollector(model, hierarchy);
        PropertyCollector collector =
                new PropertyCollector(model, accessors, new CreatorFinder(model), names, problems);
        BeanProperties properties =
                new BeanProperties(model, notes, classes, collector, new AccessorChoice(model, problems), problems);
        ObjectReader objects = new ObjectReader(
                model, hierarchy, classes, properties, new OpenMembers(model, accessors), types, members, problems);
        ErrorReader errors = new ErrorReader(
                model,
                notes,
                hierarchy,
                new ErrorDetails(model, hierarchy, declarations, types, text, problems),
                text,
                problems);
        MethodReader methods = new MethodReader(model, notes, declarations, types, errors, text, problems);
        model.handlerCandidates().forEach(errors::refuseUnlessThrowable);

        List<RpcMethod> read = new ArrayList<>();
        for (TypeElement handler : handlers(model, request, problems)) {
            read.addAll(methodsOf(handler, model, methods, problems));
        }
        return contract(
                request,
                problems,
                read,
                new DeclarationReader(model, notes, declarations, enums, unions, objects, problems).readAll(),
                errors.all());
    }

    private static List<TypeElement> handlers(JavaModel model, ScanRequest request, ProblemSink problems) {
        List<TypeElement> handlers = new ArrayList<>(model.handlerCandidates());
        for (String name : request.handlerClasses()) {
            Optional<TypeElement> type = model.type(name);
            if (type.isEmpty()) {
                problems.report(ProblemId.HANDLER_CLASS_NOT_FOUND, Place.UNKNOWN, Map.of("class", name));
            }
            type.filter(found -> !handlers.contains(found)).ifPresent(handlers::add);
        }
        return handlers;
    }

    private static List<RpcMethod> methodsOf(
            TypeElement handler, JavaModel model, MethodReader methods, ProblemSink problems) {
        List<RpcMethod> found = new ArrayList<>();
        for (ExecutableElement method : ElementFilter.methodsIn(handler.getEnclosedElements())) {
            Annotations.of(method)
                    .all(ANNOTATION)
                    .forEach(mirror -> methods.read(method, mirror).ifPresent(found::add));
            if (model.unresolvedAnnotations(method).stream().anyMatch(name -> name.endsWith(SIMPLE_ANNOTATION))) {
                problems.report(
                        ProblemId.NO_API,
                        model.placeOf(method),
                        Map.of("method", method.getSimpleName().toString()));
            }
        }
        return found;
    }

    private static Contract contract(
            ScanRequest request,
            ProblemSink problems,
            List<RpcMethod> methods,
            List<TypeDeclaration> declarations,
            List<ErrorType> errors) {
        ScanRequest.Settings settings = request.settings();
        TypeNames names = new TypeNames(declarations, errors, settings.typeNames(), problems);
        return new Contract(
                settings.title(),
                settings.layout(),
                settings.naming(),
                settings.longs(),
                methods.stream().map(names::named).toList(),
                declarations.stream().map(names::named).toList(),
                errors.stream().map(names::named).toList());
    }
}
