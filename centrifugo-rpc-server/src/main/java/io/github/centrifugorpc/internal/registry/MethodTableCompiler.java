package io.github.centrifugorpc.internal.registry;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.centrifugorpc.WebsocketRpc;
import io.github.centrifugorpc.contract.ContractJson;
import io.github.centrifugorpc.contract.Fingerprints;
import io.github.centrifugorpc.contract.ObjectType;
import io.github.centrifugorpc.contract.RpcMethod;
import io.github.centrifugorpc.internal.check.CheckerCompiler;
import io.github.centrifugorpc.internal.json.ResultWriter;
import io.github.centrifugorpc.internal.json.WireJson;
import io.github.centrifugorpc.internal.validate.Constraints;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compiles handlers and contract into a table, and lists everything that does not fit together. */
public final class MethodTableCompiler {

    private final List<?> handlers;
    private final Duration defaultTimeLimit;
    private final boolean refusesUnknownMembers;
    private final List<? extends Module> modules;
    private final TreeSet<Problem> problems = new TreeSet<>();

    /** A compiler for one server. */
    public MethodTableCompiler(
            List<?> handlers,
            Duration defaultTimeLimit,
            boolean refusesUnknownMembers,
            List<? extends Module> modules) {
        this.handlers = handlers;
        this.defaultTimeLimit = defaultTimeLimit;
        this.refusesUnknownMembers = refusesUnknownMembers;
        this.modules = modules;
    }

    /** What has been found wrong, sorted; the table is of no use unless this is empty. */
    public Collection<Problem> problems() {
        return problems;
    }

    /**
     * The table.
     *
     * @param loader where contracts are looked for, beside the loaders of the handlers; null for none
     */
    public MethodTable compile(@Nullable ClassLoader loader) {
        var contract = new ContractLoader(problems::add).load(loaders(loader));
        var json = WireJson.factory();
        var constraints = Constraints.find(contract.types().values());
        var mapper = WireJson.mapper(
                json, contract.naming(), contract.longs(), contract.types(), modules, constraints::areOn);
        var shapes = new ShapeComparison(mapper, contract.types(), problems::add);
        var errors = new ErrorCompiler(mapper, contract.errors(), shapes, problems::add);
        var fitting = new LinkedHashMap<HandlerSignature, RpcMethod>();
        for (var candidate : candidates()) {
            var signature = HandlerSignature.read(candidate, problems::add);
            var declared = declared(candidate, contract);
            if (signature.isPresent()
                    && declared.isPresent()
                    && shapes.fits(signature.get(), declared.get())
                    && errors.fits(candidate, declared.get())) {
                fitting.put(signature.get(), declared.get());
            }
        }
        var checkers = new CheckerCompiler(json, contract.types(), shapes.mappedMembers(), refusesUnknownMembers);
        var declaredErrors = errors.compiled();
        var methods = new ArrayList<HandlerMethod>();
        fitting.forEach((signature, declared) -> compile(
                        signature,
                        declared,
                        mapper,
                        checkers,
                        binder(signature, declared, mapper, shapes, constraints),
                        new MethodErrors(declared, declaredErrors))
                .ifPresent(methods::add));
        // Of what is answered here, which may be less than the contracts declare.
        var fingerprints = Fingerprints.of(fitting.values(), contract.types().values());
        return new MethodTable(contract.layout(), json, mapper, methods, fingerprints);
    }

    private Collection<ClassLoader> loaders(@Nullable ClassLoader loader) {
        var loaders = new LinkedHashSet<ClassLoader>();
        if (loader != null) {
            loaders.add(loader);
        }
        for (var handler : handlers) {
            Optional.ofNullable(handler.getClass().getClassLoader()).ifPresent(loaders::add);
        }
        return loaders;
    }

    private List<HandlerCandidate> candidates() {
        var candidates = new ArrayList<HandlerCandidate>();
        var byName = new TreeMap<String, HandlerCandidate>();
        for (var handler : handlers) {
            var found = HandlerCandidate.in(handler);
            if (found.isEmpty()) {
                problems.add(new Problem(
                        "CRPC-510",
                        handler.getClass().getName()
                                + " was given to handlers(…) and has no method with @WebsocketRpc.",
                        "annotate its methods, or do not pass it."));
            }
            for (var candidate : found) {
                var other = byName.putIfAbsent(candidate.name(), candidate);
                if (other == null) {
                    candidates.add(candidate);
                } else {
                    problems.add(new Problem(
                            "CRPC-504",
                            "Two handlers answer the RPC method '" + candidate.name() + "':\n    " + other + "\n    "
                                    + candidate,
                            "rename one of them."));
                }
            }
        }
        return candidates;
    }

    private Optional<RpcMethod> declared(HandlerCandidate candidate, ServerContract contract) {
        var declared = Optional.ofNullable(contract.methods().get(candidate.name()));
        if (declared.isEmpty()) {
            problems.add(new Problem(
                    "CRPC-503",
                    candidate + " answers '" + candidate.name() + "', which no contract on the class path declares ("
                            + ContractJson.RESOURCE + ").",
                    "run the plugin: mvn generate-sources, with the goal 'generate' of centrifugo-maven-plugin in the"
                            + " module's pom.xml. In an IDE, delegate builds to Maven."));
        }
        return declared;
    }

    private Optional<ParamsBinder> binder(
            HandlerSignature signature,
            RpcMethod declared,
            ObjectMapper mapper,
            ShapeComparison shapes,
            Constraints constraints) {
        if (declared.params().isEmpty() || signature.params().isEmpty()) {
            return Optional.empty();
        }
        var params = declared.params().get();
        if (constraints instanceof Constraints.Unenforced unenforced) {
            requireNoConstraints(signature.candidate(), shapes.objects(params), unenforced.reason());
        }
        boolean isConstrained = shapes.classes(params).stream().anyMatch(constraints::areOn);
        var reader = mapper.readerFor(mapper.constructType(signature.params().get()));
        return Optional.of(new ParamsBinder(reader, constraints, isConstrained));
    }

    private void requireNoConstraints(HandlerCandidate candidate, List<ObjectType> objects, String reason) {
        for (var object : objects) {
            for (var member : object.members()) {
                if (!member.constraints().isEmpty()) {
                    problems.add(new Problem(
                            "CRPC-519",
                            candidate + " takes " + object.javaName() + ", whose " + member.javaName()
                                    + " has constraints, and nothing would enforce them: " + reason + ".",
                            "add a provider of Bean Validation, such as org.hibernate.validator:hibernate-validator with"
                                    + " org.glassfish.expressly:expressly, or remove the constraints."));
                    return;
                }
            }
        }
    }

    private Optional<HandlerMethod> compile(
            HandlerSignature signature,
            RpcMethod declared,
            ObjectMapper mapper,
            CheckerCompiler checkers,
            Optional<ParamsBinder> binder,
            MethodErrors errors) {
        try {
            var checker = declared.params().map(checkers::params).orElseGet(checkers::noParams);
            JavaType resultType = mapper.constructType(signature.result());
            return Optional.of(new HandlerMethod(
                    signature.candidate().toString(),
                    signature.candidate().annotation(),
                    timeLimit(signature.candidate().annotation()),
                    signature.invoker(),
                    checker,
                    binder.orElse(null),
                    new ResultWriter(mapper, resultType, declared.result()),
                    errors));
        } catch (IllegalArgumentException e) {
            problems.add(ShapeComparison.outOfDate(signature.candidate(), String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    private Duration timeLimit(WebsocketRpc annotation) {
        return annotation.timeout() == 0 ? defaultTimeLimit : Duration.ofSeconds(annotation.timeout());
    }
}
