package io.github.centrifugorpc.internal.check;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import io.github.centrifugorpc.contract.EnumType;
import io.github.centrifugorpc.contract.Literal;
import io.github.centrifugorpc.contract.Member;
import io.github.centrifugorpc.contract.ObjectType;
import io.github.centrifugorpc.contract.ScalarKind;
import io.github.centrifugorpc.contract.TypeDeclaration;
import io.github.centrifugorpc.contract.TypeRef;
import io.github.centrifugorpc.internal.check.MemberChecker.Absence;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns the types of a contract into checkers, once for each type. */
public final class CheckerCompiler implements TypeRef.Visitor<ValueChecker> {

    private final JsonFactory json;
    private final Map<String, TypeDeclaration> types;
    private final Map<TypeRef.Named, ValueChecker> compiled = new HashMap<>();

    /** Checkers for the given types, which name only each other. */
    public CheckerCompiler(JsonFactory json, Map<String, TypeDeclaration> types) {
        this.json = json;
        this.types = types;
    }

    /**
     * The checker for a method's params.
     *
     * @throws IllegalArgumentException if a default value does not fit its own member
     */
    public ParamsChecker params(TypeRef.Named type) {
        return new ParamsChecker(json, type.accept(this));
    }

    /** The checker for a method without params: any object is taken and ignored. */
    public ParamsChecker noParams() {
        return new ParamsChecker(json, new ObjectChecker());
    }

    @Override
    public ValueChecker scalar(ScalarKind kind) {
        return ScalarCheckers.of(kind);
    }

    @Override
    public ValueChecker any() {
        return (in, out, violations) -> out.copyCurrentStructure(in);
    }

    @Override
    public ValueChecker named(String name, List<TypeRef> arguments) {
        var use = new TypeRef.Named(name, arguments);
        var known = compiled.get(use);
        if (known != null) {
            return known;
        }
        var type = types.get(name);
        if (type instanceof EnumType enumType) {
            var checker = new EnumChecker(enumType);
            compiled.put(use, checker);
            return checker;
        }
        if (type instanceof ObjectType objectType) {
            var checker = new ObjectChecker();
            compiled.put(use, checker);
            var variables = variables(objectType, arguments);
            checker.setMembers(objectType.members().stream()
                    .map(member -> member(objectType, member, member.type().bind(variables)))
                    .toList());
            return checker;
        }
        throw new IllegalArgumentException("the contract names the type " + name + " and does not declare it");
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
        var checker = type.accept(this);
        return new MemberChecker(member.name(), checker, absence(owner, member, type, checker));
    }

    private Absence absence(ObjectType owner, Member member, TypeRef memberType, ValueChecker type) {
        if (member.required()) {
            return new Absence.Refused();
        }
        if (member.defaultValue().isPresent()) {
            return new Absence.Value(
                    checked(owner, member, type, json(member.defaultValue().get())));
        }
        if (memberType instanceof TypeRef.Nullable) {
            return new Absence.Null();
        }
        if (memberType instanceof TypeRef.ListOf || memberType instanceof TypeRef.SetOf) {
            return new Absence.Value(checked(owner, member, type, "[]"));
        }
        if (memberType instanceof TypeRef.MapOf) {
            return new Absence.Value(checked(owner, member, type, "{}"));
        }
        return new Absence.Nothing();
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

    private String json(Literal literal) {
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
