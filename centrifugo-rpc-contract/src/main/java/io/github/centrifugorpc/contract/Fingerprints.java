package io.github.centrifugorpc.contract;

import static java.util.stream.Collectors.toCollection;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * By what two sides know that they mean the same (wire W8). Equal for contracts that say the same on the wire, whatever
 * their docs, the order of their sources and the classes of their handlers; {@code docs/spec/contract.md} C8 says of what
 * they are made.
 *
 * @param contractHash of all methods; 64 hexadecimal digits
 * @param methods of each method by wire name; 8 hexadecimal digits
 */
public record Fingerprints(String contractHash, SortedMap<String, String> methods) {

    private static final int METHOD_DIGITS = 8;
    private static final SortedSet<String> NOTHING = Collections.emptySortedSet();

    public Fingerprints {
        methods = Collections.unmodifiableSortedMap(new TreeMap<>(methods));
    }

    /** The fingerprints of a contract. */
    public static Fingerprints of(Contract contract) {
        return of(contract.methods(), contract.types());
    }

    /**
     * The fingerprints of some methods, at a cost that grows with the number of methods and types alone.
     *
     * @param types all types that the methods reach; others do not matter
     */
    public static Fingerprints of(Collection<RpcMethod> methods, Collection<TypeDeclaration> types) {
        var ofTypes = ofTypes(types);
        var all = new TreeMap<String, String>();
        for (var method : methods) {
            var text = Stream.concat(
                    Stream.of(Canonical.text(method)),
                    used(method).map(ofTypes::get).filter(Objects::nonNull));
            all.put(method.name(), hash(text));
        }
        var contract = all.entrySet().stream().map(entry -> entry.getKey() + " " + entry.getValue());
        var shortened = new TreeMap<>(all);
        shortened.replaceAll((name, hash) -> hash.substring(0, METHOD_DIGITS));
        return new Fingerprints(hash(contract), shortened);
    }

    private static Stream<String> used(RpcMethod method) {
        return Stream.concat(method.params().stream(), method.result().stream())
                .flatMap(TypeRef::names)
                .distinct()
                .sorted();
    }

    /** A hash for each type over itself and all that it reaches. Types that reach each other are hashed as one. */
    private static Map<String, String> ofTypes(Collection<TypeDeclaration> types) {
        var texts = new HashMap<String, String>();
        var uses = new TreeMap<String, SortedSet<String>>();
        for (var type : types) {
            texts.put(type.name(), Canonical.text(type));
            uses.put(type.name(), used(type));
        }
        var hashes = new HashMap<String, String>();
        for (var group : TypeGroups.of(uses)) {
            // Those of the group itself have no hash yet; their names stand in the texts.
            var reached = group.stream()
                    .flatMap(name -> uses.getOrDefault(name, NOTHING).stream())
                    .map(hashes::get)
                    .filter(Objects::nonNull);
            var own = group.stream().map(name -> texts.getOrDefault(name, name));
            var hash = hash(Stream.concat(own, reached));
            group.forEach(name -> hashes.put(name, hash));
        }
        return hashes;
    }

    private static SortedSet<String> used(TypeDeclaration type) {
        if (type instanceof UnionType union) {
            return new TreeSet<>(union.variants());
        }
        return type instanceof ObjectType object
                ? Stream.concat(object.members().stream().map(Member::type), object.extra().stream())
                        .flatMap(TypeRef::names)
                        .collect(toCollection(TreeSet::new))
                : NOTHING;
    }

    private static String hash(Stream<String> lines) {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has it.", e);
        }
        // JSON has no line ends of its own, and so the lines stay apart.
        lines.forEach(line -> digest.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest());
    }
}
