package io.github.centrifugorpc.internal.registry;

import io.github.centrifugorpc.contract.Contract;
import io.github.centrifugorpc.contract.ContractFormatException;
import io.github.centrifugorpc.contract.ContractJson;
import io.github.centrifugorpc.contract.RpcMethod;
import io.github.centrifugorpc.contract.TypeDeclaration;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
                Map.copyOf(types));
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
