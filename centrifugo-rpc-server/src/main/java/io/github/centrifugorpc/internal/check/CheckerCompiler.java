package io.github.centrifugorpc.internal.check;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import io.github.centrifugorpc.Patch;
import io.github.centrifugorpc.contract.EnumType;
import io.github.centrifugorpc.contract.Literal;
import io.github.centrifugorpc.contract.Member;
import io.github.centrifugorpc.contract.ObjectType;
import io.github.centrifugorpc.contract.ScalarKind;
import io.github.centrifugorpc.contract.TypeDeclaration;
import io.github.centrifugorpc.contract.TypeRef;
import io.github.centrifugorpc.contract.UnionType;
import io.github.centrifugorpc.internal.check.MemberChecker.Absence;
import io.github.centrifugorpc.internal.check.ObjectChecker.Unknown;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns the types of a contract into checkers, once for each type. */
public final class CheckerCompiler implements TypeRef.Visitor<ValueChecker> {

    private final JsonFactory json;
    private final Map<String, TypeDeclaration> types;
    private final Set<String> mappedMembers;
    private final Unknown unknown;
    private final Map<TypeRef.Named, ValueChecker> compiled = new HashMap<>();

    /** Whether what is compiled is for a Java type that only Jackson knows. */
    private boolean isMapped;

    /**
     * Checkers for the given types, which name only each other.
     *
     * @param mappedMembers members, as {@code Type.member}, whose text is for Jackson to understand
     * @param refusesUnknownMembers members that the contract does not name are mistakes, and not ignored
     */
    public CheckerCompiler(
            JsonFactory json,
            Map<String, TypeDeclaration> types,
            Set<String> mappedMembers,
            boolean refusesUnknownMembers) {
        this.json = json;
        this.types = types;
        this.mappedMembers = mappedMembers;
        this.unknown = refusesUnknownMembers ? new Unknown.Refused() : new Unknown.Ignored();
    }

    /**
     * The checker for a method's params.
     *
     * @throws IllegalArgumentException if a default value does not fit its own member
     */
    public ParamsChecker params(TypeRef.Named type) {
        return new ParamsChecker(json, type.accept(this));
    }

    /** The checker for a method without params: an object is taken and ignored. */
    public ParamsChecker noParams() {
        var checker = new ObjectChecker(Optional.empty());
        checker.setMembers(List.of(), unknown);
        return new ParamsChecker(json, checker);
    }

    @Override
    public ValueChecker scalar(ScalarKind kind) {
        return isMapped ? ScalarCheckers.ofMapped(kind) : ScalarCheckers.of(kind);
    }

    @Override
    public ValueChecker any() {
        return new AnyChecker();
    }

    @Override
    public ValueChecker named(String name, List<TypeRef> arguments) {
        var use = new TypeRef.Named(name, arguments);
        var known = compiled.get(use);
        if (known != null) {
            return known;
        }
        boolean isUserMapped = isMapped;
        isMapped = false;
        try {
            return compile(types.get(name), use);
        } finally {
            isMapped = isUserMapped;
        }
    }

    private ValueChecker compile(@Nullable TypeDeclaration type, TypeRef.Named use) {
        if (type instanceof EnumType enumType) {
            var checker = new EnumChecker(enumType);
            compiled.put(use, checker);
            return checker;
        }
        if (type instanceof ObjectType objectType) {
            return object(objectType, use);
        }
        if (type instanceof UnionType union) {
            return union(union, use);
        }
        throw new IllegalArgumentException("the contract names the type " + use.name() + " and does not declare it");
    }

    private ValueChecker object(ObjectType type, TypeRef.Named use) {
        var checker = new ObjectChecker(type.tag());
        compiled.put(use, checker);
        var variables = variables(type, use.arguments());
        checker.setMembers(
                type.members().stream()
                        .map(member -> member(type, member, member.type().bind(variables)))
                        .toList(),
                type.extra()
                        .<Unknown>map(
                                extra -> new Unknown.Kept(extra.bind(variables).accept(this)))
                        .orElse(unknown));
        return checker;
    }

    private ValueChecker union(UnionType type, TypeRef.Named use) {
        var checker = new UnionChecker(type);
        compiled.put(use, checker);
        var variants = new LinkedHashMap<String, ObjectChecker>();
        for (var name : type.variants()) {
            if (!(types.get(name) instanceof ObjectType variant)
                    || variant.tag()
                            .filter(tag -> tag.member().equals(type.discriminator()))
                            .isEmpty()) {
                throw new IllegalArgumentException("the contract's union " + type.name() + " names the variant " + name
                        + ", which is not an object with the tag " + type.discriminator());
            }
            variants.put(name, (ObjectChecker) named(name, List.of()));
        }
        checker.setVariants(variants);
        return checker;
    }

    private static Map<String, TypeRef> variables(ObjectType type, List<TypeRef> arguments) {
        if (type.typeParameters().size() != arguments.size()) {
            throw new IllegalArgumentException("the contract names the type " + type.name() + " with "
                    + arguments.size() + " type arguments, and it has "
                    + type.typeParameters().size()
                    + " type parameters");
        }
        var variables = new HashMap<String, TypeRef>();
        for (int i = 0; i < arguments.size(); i++) {
            variables.put(type.typeParameters().get(i), arguments.get(i));
        }
        return variables;
    }

    @Override
    public ValueChecker variable(String name) {
        throw new IllegalArgumentException("the contract uses the type parameter " + name + " where there is none");
    }

    @Override
    public ValueChecker list(TypeRef element) {
        return new ArrayChecker(element.accept(this));
    }

    @Override
    public ValueChecker set(TypeRef element) {
        return new ArrayChecker(element.accept(this));
    }

    @Override
    public ValueChecker map(TypeRef key, TypeRef value) {
        var keyForm = key instanceof TypeRef.Scalar scalar
                ? KeyForm.of(scalar.kind())
                : KeyForm.of((EnumChecker) key.accept(this));
        return new MapChecker(keyForm, value.accept(this));
    }

    @Override
    public ValueChecker nullable(TypeRef inner) {
        return new NullableChecker(inner.accept(this));
    }

    @Override
    public ValueChecker patch(TypeRef inner) {
        return nullable(inner);
    }

    private MemberChecker member(ObjectType owner, Member member, TypeRef type) {
        boolean isOwnerMapped = isMapped;
        isMapped = mappedMembers.contains(owner.name() + "." + member.name());
        var checker = type.accept(this);
        isMapped = isOwnerMapped;
        return new MemberChecker(
                member.name(),
                member.aliases(),
                checker,
                absence(owner, member, type, checker),
                MemberChecker.Null.of(member, type));
    }

    private Absence absence(ObjectType owner, Member member, TypeRef memberType, ValueChecker type) {
        if (member.required()) {
            return new Absence.Refused();
        }
        if (member.defaultValue().isPresent()) {
            return new Absence.Value(
                    checked(owner, member, type, json(member.defaultValue().get(), memberType)));
        }
        if (memberType instanceof TypeRef.PatchOf) {
            return new Absence.Value(unchanged());
        }
        if (memberType instanceof TypeRef.ListOf || memberType instanceof TypeRef.SetOf) {
            return new Absence.Value(checked(owner, member, type, "[]"));
        }
        if (memberType instanceof TypeRef.MapOf) {
            return new Absence.Value(checked(owner, member, type, "{}"));
        }
        return new Absence.Nothing();
    }

    /** The one value that has no JSON: Jackson gets it as it is. */
    private static TokenBuffer unchanged() {
        var tokens = new TokenBuffer(null, false);
        try {
            tokens.writeEmbeddedObject(Patch.unchanged());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tokens;
    }

    private TokenBuffer checked(ObjectType owner, Member member, ValueChecker type, String value) {
        var violations = new Violations();
        var tokens = new TokenBuffer(null, false);
        try (var in = json.createParser(value)) {
            in.nextToken();
            type.check(in, tokens, violations);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!violations.isEmpty()) {
            throw new IllegalArgumentException("the default of " + owner.name() + "." + member.name() + " "
                    + violations.list().get(0).message());
        }
        return tokens;
    }

    private String json(Literal literal, TypeRef type) {
        if (literal instanceof Literal.Text name
                && type instanceof TypeRef.Named named
                && types.get(named.name()) instanceof EnumType enumType
                && enumType.isNumeric()) {
            // The name of a value that travels as a number is its digits.
            return name.value();
        }
        var text = new StringWriter();
        try (var out = json.createGenerator(text)) {
            if (literal instanceof Literal.Bool bool) {
                out.writeBoolean(bool.value());
            } else if (literal instanceof Literal.Decimal number) {
                out.writeNumber(number.value());
            } else {
                out.writeString(((Literal.Text) literal).value());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
