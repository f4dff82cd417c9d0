package io.github.centrifugorpc.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.BuilderBasedDeserializer;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import io.github.centrifugorpc.internal.wire.WirePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Remembers where in the JSON each object that has constraints came from, for those who ask. */
public final class BoundBeans {

    private final List<Bound> beans = new ArrayList<>();

    /** An object, and the wire path of its JSON. */
    public record Bound(Object bean, String path) {}

    /** A reader that tells this list. */
    public ObjectReader listening(ObjectReader reader) {
        return reader.withAttribute(BoundBeans.class, this);
    }

    /** What has been bound, inner objects first. */
    public List<Bound> list() {
        return beans;
    }

    private void add(Object bean, JsonStreamContext context) {
        beans.add(new Bound(bean, pathTo(context).toString()));
    }

    private static WirePath pathTo(@Nullable JsonStreamContext context) {
        if (context == null || context.inRoot()) {
            return new WirePath();
        }
        var path = pathTo(context.getParent());
        return context.inArray() ? path.index(context.getCurrentIndex()) : path.name(context.getCurrentName());
    }

    static final class Modifier extends BeanDeserializerModifier {

        private static final long serialVersionUID = 1L;

        private final transient Predicate<Class<?>> isConstrained;

        Modifier(Predicate<Class<?>> isConstrained) {
            this.isConstrained = isConstrained;
        }

        @Override
        public JsonDeserializer<?> modifyDeserializer(
                DeserializationConfig config, BeanDescription bean, JsonDeserializer<?> reader) {
            // A builder makes something else, and says only then what.
            return reader instanceof BuilderBasedDeserializer || isConstrained.test(bean.getBeanClass())
                    ? new Listener(reader, isConstrained)
                    : reader;
        }
    }

    private static final class Listener extends DelegatingDeserializer {

        private static final long serialVersionUID = 1L;

        private final transient Predicate<Class<?>> isConstrained;

        Listener(JsonDeserializer<?> reader, Predicate<Class<?>> isConstrained) {
            super(reader);
            this.isConstrained = isConstrained;
        }

        @Override
        protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> reader) {
            return new Listener(reader, isConstrained);
        }

        @Override
        public @Nullable Object deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return heard(super.deserialize(in, context), in, context);
        }

        @Override
        public @Nullable Object deserialize(JsonParser in, DeserializationContext context, Object into)
                throws IOException {
            return heard(super.deserialize(in, context, into), in, context);
        }

        private @Nullable Object heard(@Nullable Object bean, JsonParser in, DeserializationContext context) {
            if (bean != null
                    && context.getAttribute(BoundBeans.class) instanceof BoundBeans beans
                    && isConstrained.test(bean.getClass())) {
                beans.add(bean, in.getParsingContext());
            }
            return bean;
        }
    }
}
