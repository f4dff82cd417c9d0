package io.github.centrifugorpc.internal.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.jsontype.TypeResolverBuilder;
import java.lang.reflect.Executable;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Jackson's annotations, as far as the contract does not know better: variants are told apart as the contract says, with
 * or without annotations, and never by class names; collections are always written; parameters have the names that the
 * compiler kept.
 */
final class ContractAnnotations extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1L;

    private final transient JavaDeclarations declarations;

    ContractAnnotations(JavaDeclarations declarations) {
        this.declarations = declarations;
    }

    @Override
    protected @Nullable TypeResolverBuilder<?> _findTypeResolver(
            MapperConfig<?> config, Annotated annotated, JavaType baseType) {
        if (!(annotated instanceof AnnotatedClass type)) {
            return null;
        }
        var raw = type.getRawType();
        var info = findPolymorphicTypeInfo(config, type);
        boolean isVisible = info != null && info.getIdVisible();
        var union = declarations.union(raw);
        if (union.isPresent()) {
            return TagResolver.of(union.get(), declarations, isVisible);
        }
        return declarations
                .object(raw)
                .flatMap(object -> TagResolver.of(object, declarations, isVisible))
                .orElse(null);
    }

    @Override
    public JsonInclude.Value findPropertyInclusion(Annotated annotated) {
        var said = super.findPropertyInclusion(annotated);
        return annotated instanceof AnnotatedMember && isCollection(annotated.getRawType())
                ? said.withValueInclusion(JsonInclude.Include.ALWAYS)
                : said;
    }

    private static boolean isCollection(Class<?> type) {
        return Collection.class.isAssignableFrom(type)
                || Map.class.isAssignableFrom(type)
                || type == Iterable.class
                || (type.isArray() && type != byte[].class);
    }

    @Override
    public @Nullable String findImplicitPropertyName(AnnotatedMember member) {
        if (member instanceof AnnotatedParameter parameter
                && parameter.getOwner().getAnnotated() instanceof Executable executable) {
            var kept = executable.getParameters()[parameter.getIndex()];
            if (kept.isNamePresent()) {
                return kept.getName();
            }
        }
        return super.findImplicitPropertyName(member);
    }
}
