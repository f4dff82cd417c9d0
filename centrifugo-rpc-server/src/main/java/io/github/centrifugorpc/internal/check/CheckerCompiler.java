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
import java.util.Map;

/** Turns the types of a contract into checkers, once for each type. */
public final class CheckerCompiler implements TypeRef.Visitor<ValueChecker> {

    private final JsonFactory json;
    private final Map<String, TypeDeclaration> types;
    private final Map<String, ValueChecker> compiled = new HashMap<>();

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
    public ParamsChecker params(String typeName) {
        return new ParamsChecker(json, named(typeName));
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
    public ValueChecker named(String name) {
        var known = compiled.get(name);
        if (known != null) {
            return known;
        }
        var type = types.get(name);
        if (type instanceof EnumType enumType) {
            var checker = new EnumChecker(enumType);
            compiled.put(name, checker);
            return checker;
        }
        if (type instanceof ObjectType objectType) {
            var checker = new ObjectChecker();
            compiled.put(name, checker);
            checker.setMembers(objectType.members().stream()
                    .map(member -> member(objectType, member))
                    .toList());
            return checker;
        }
        throw new IllegalArgumentException("the contract names the type " + name + " and does not declare it");
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

    private MemberChecker member(ObjectType owner, Member member) {
        var type = member.type().accept(this);
        return new MemberChecker(member.name(), type, absence(owner, member, type));
    }

    private Absence absence(ObjectType owner, Member member, ValueChecker type) {
        if (member.required()) {
            return new Absence.Refused();
        }
        if (member.defaultValue().isPresent()) {
            return new Absence.Value(
                    checked(owner, member, type, json(member.defaultValue().get())));
        }
        if (member.type() instanceof TypeRef.Nullable) {
            return new Absence.Null();
        }
        if (member.type() instanceof TypeRef.ListOf || member.type() instanceof TypeRef.SetOf) {
            return new Absence.Value(checked(owner, member, type, "[]"));
        }
        if (member.type() instanceof TypeRef.MapOf) {
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
