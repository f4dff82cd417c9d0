package io.github.centrifugorpc.internal.registry;

import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.contract.ContractFormatException;
import io.github.centrifugorpc.contract.ContractJson;
import io.github.centrifugorpc.contract.Docs;
import io.github.centrifugorpc.contract.ErrorType;
import io.github.centrifugorpc.contract.Place;
import io.github.centrifugorpc.contract.ProtocolErrors;
import io.github.centrifugorpc.contract.RpcMethod;
import io.github.centrifugorpc.contract.TypeDeclaration;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** Finds the contracts that the plugin has left on the class path, one for each module, and merges them. */
final class ContractLoader {

    private final Consumer<Problem> problems;

    ContractLoader(Consumer<Problem> problems) {
        this.problems = problems;
    }

    /** The merged contract; as far as it goes where there are problems. */
    ServerContract load(Collection<ClassLoader> loaders) {
        var found = new ArrayList<Found>();
        for (var url : resources(loaders)) {
            try (var in = url.openConnection().getInputStream()) {
                var json = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                found.add(new Found(url.toString(), ContractJson.read(json, url.toString())));
            } catch (IOException e) {
                unreadable(url + " cannot be read: " + e.getMessage());
            } catch (ContractFormatException e) {
                unreadable(String.valueOf(e.getMessage()));
            }
        }
        return found.isEmpty() ? ServerContract.EMPTY : merge(found);
    }

    private record Found(String origin, Contract contract) {}

    private Collection<URL> resources(Collection<ClassLoader> loaders) {
        // By text, because comparing URLs may ask the network for host names.
        var urls = new TreeMap<String, URL>();
        for (var loader : loaders) {
            try {
                loader.getResources(ContractJson.RESOURCE)
                        .asIterator()
                        .forEachRemaining(url -> urls.put(url.toString(), url));
            } catch (IOException e) {
                unreadable("The class path cannot be searched: " + e.getMessage());
            }
        }
        return urls.values();
    }

    private ServerContract merge(List<Found> found) {
        var first = found.get(0);
        for (var other : found) {
            requireSame("layout", first, other, contract -> contract.layout().wireName());
            requireSame("naming", first, other, contract -> contract.naming().wireName());
            requireSame("longs", first, other, contract -> contract.longs().wireName());
        }
        var methods = new LinkedHashMap<String, RpcMethod>();
        var types = new LinkedHashMap<String, TypeDeclaration>();
        var origins = new LinkedHashMap<String, String>();
        for (var one : found) {
            one.contract().methods().forEach(method -> add("method", methods, method.name(), method, one, origins));
            one.contract().types().forEach(type -> add("type", types, type.name(), type, one, origins));
        }
        return new ServerContract(
                first.contract().layout(),
                first.contract().naming(),
                first.contract().longs(),
                Map.copyOf(methods),
                Map.copyOf(types),
                errors(found));
    }

    /** The errors by name. Two modules may declare the same one: read from class files, it has lost its documentation. */
    private Map<String, ErrorType> errors(List<Found> found) {
        var byName = new LinkedHashMap<String, ErrorType>();
        var byCode = new LinkedHashMap<Integer, ErrorType>();
        var origins = new HashMap<ErrorType, String>();
        for (var one : found) {
            for (var declared : one.contract().errors()) {
                var error = withoutPapers(declared);
                origins.putIfAbsent(error, one.origin());
                requireAllowed(error, one.origin());
                var sameName = byName.putIfAbsent(error.name(), error);
                var sameCode = byCode.putIfAbsent(error.code(), error);
                if (sameName != null && !sameName.equals(error)) {
                    clash("name '" + error.name() + "'", sameName, error, origins);
                } else if (sameCode != null && !sameCode.equals(error)) {
                    clash("code " + error.code(), sameCode, error, origins);
                }
            }
        }
        return Map.copyOf(byName);
    }

    private static ErrorType withoutPapers(ErrorType error) {
        return new ErrorType(
                error.type(),
                error.javaName(),
                error.code(),
                error.name(),
                error.details(),
                Docs.NONE,
                Optional.empty(),
                Place.UNKNOWN);
    }

    private void clash(String what, ErrorType first, ErrorType second, Map<ErrorType, String> origins) {
        problems.accept(new Problem(
                "CRPC-520",
                "Two errors of the contracts on the class path have the " + what + ":\n    " + first.javaName() + " in "
                        + origins.get(first) + "\n    " + second.javaName() + " in " + origins.get(second),
                "give one of them another in its @RpcError and run the plugin, or drop the older copy of the module from"
                        + " the class path."));
    }

    private void requireAllowed(ErrorType error, String origin) {
        ProtocolErrors.refusalOf(error.code())
                .map(reason -> "the code " + error.code() + ", which is " + reason)
                .or(() -> ProtocolErrors.refusalOf(error.name())
                        .map(reason -> "the name '" + error.name() + "', which is " + reason))
                .ifPresent(refused -> problems.accept(new Problem(
                        "CRPC-521",
                        "The error " + error.javaName() + " in " + origin + " has " + refused + ".",
                        "choose another in its @RpcError, for example code = 1404, name = \"task_not_found\", and run the"
                                + " plugin.")));
    }

    private <T> void add(
            String kind, Map<String, T> all, String name, T value, Found from, Map<String, String> origins) {
        var known = all.putIfAbsent(name, value);
        if (known == null) {
            origins.put(kind + name, from.origin());
        } else if (!known.equals(value)) {
            problems.accept(new Problem(
                    "CRPC-508",
                    "Two contracts on the class path declare the " + kind + " '" + name + "' differently:\n    "
                            + origins.get(kind + name) + "\n    " + from.origin(),
                    kind.equals("method")
                            ? "rename one of the methods, or drop the older copy of the module from the class path."
                            : "rename one of the types, or move it to a module that both share."));
        }
    }

    private void requireSame(String setting, Found first, Found other, Function<Contract, String> value) {
        if (!value.apply(first.contract()).equals(value.apply(other.contract()))) {
            problems.accept(new Problem(
                    "CRPC-507",
                    "Two contracts on the class path disagree about " + setting + ":\n    "
                            + value.apply(first.contract()) + " in " + first.origin() + "\n    "
                            + value.apply(other.contract()) + " in " + other.origin(),
                    "set <" + setting + "> to the same value in the plugin's configuration of both modules."));
        }
    }

    private void unreadable(String message) {
        problems.accept(new Problem(
                "CRPC-506", message, "build the module again with the plugin of the same version as the server."));
    }
}
