package shapes;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonPOJOBuilder;
import java.beans.ConstructorProperties;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Constructors, static methods and builders that Jackson calls. */
public final class Creators {

    public static class Annotated {
        private final String name;
        private final int size;
        @JsonCreator
        public Annotated(@JsonProperty("name") String name, @JsonProperty("size") int size) {
            this.name = name;
            this.size = size;
        }
        public String getName() { return name; }
        public int getSize() { return size; }
    }

    public static class WithoutCreatorAnnotation {
        private final String name;
        public WithoutCreatorAnnotation(@JsonProperty("name") String name) { this.name = name; }
        public String getName() { return name; }
    }

    public static class RenamedParameters {
        private final String userName;
        public RenamedParameters(@JsonProperty("user") String userName) { this.userName = userName; }
        @JsonProperty("user")
        public String getUserName() { return userName; }
    }

    public static class MixedWithSetters {
        private final String name;
        private int size;
        public List<String> tags;
        @JsonCreator
        MixedWithSetters(@JsonProperty("name") String name) { this.name = name; }
        public String getName() { return name; }
        public int getSize() { return size; }
        public void setSize(int value) { size = value; }
    }

    public static class Factory {
        private final String name;
        private Factory(String name) { this.name = name; }
        @JsonCreator
        public static Factory of(@JsonProperty("name") @Nullable String name) { return new Factory(name); }
        public String getName() { return name; }
    }

    public static class BothConstructors {
        private String name;
        public BothConstructors() {}
        @JsonCreator
        public BothConstructors(@JsonProperty("name") String name) { this.name = name; }
        public String getName() { return name; }
    }

    public static class DisabledCreator {
        private String name;
        public DisabledCreator() {}
        @JsonCreator(mode = JsonCreator.Mode.DISABLED)
        public DisabledCreator(@JsonProperty("name") String name) { this.name = name; }
        public String getName() { return name; }
        public void setName(String value) { name = value; }
    }

    public static class IgnoredConstructor {
        private String name;
        public IgnoredConstructor() {}
        @JsonIgnore
        public IgnoredConstructor(@JsonProperty("other") String name) { this.name = name; }
        public String getName() { return name; }
    }

    public static class JavaBeansProperties {
        private final String userName;
        private final int size;
        @ConstructorProperties({"userName", "size"})
        public JavaBeansProperties(String userName, int size) {
            this.userName = userName;
            this.size = size;
        }
        public String getUserName() { return userName; }
        public int getSize() { return size; }
    }

    public static class TextBesideObject {
        public String value;
        public TextBesideObject() {}
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public TextBesideObject(String value) { this.value = value; }
    }

    public static class TextConstructorBesideEmpty {
        public String value;
        public TextConstructorBesideEmpty() {}
        public TextConstructorBesideEmpty(String value) { this.value = value; }
    }

    @OnlyWritten
    public static class Delegating {
        private final Map<String, String> map;
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public Delegating(Map<String, String> map) { this.map = map; }
        public int getSize() { return map == null ? 0 : map.size(); }
    }

    @OnlyWritten
    public static class Injected {
        private final String name;
        @JsonCreator
        public Injected(@JsonProperty("name") String name, @JacksonInject String other) { this.name = name; }
        public String getName() { return name; }
        @JsonProperty @JacksonInject public String injected;
    }

    @OnlyWritten
    public static class Nameless {
        private final String name;
        @JsonCreator
        public Nameless(@JsonProperty("name") String name, String other) { this.name = name; }
        public String getName() { return name; }
    }

    @Refused
    public static class TwoCreators {
        private final String name;
        @JsonCreator
        public TwoCreators(@JsonProperty("name") String name) { this.name = name; }
        @JsonCreator
        public TwoCreators(@JsonProperty("name") String name, @JsonProperty("size") int size) { this.name = name; }
        public String getName() { return name; }
    }

    public static class CreatorParameterOfAnotherName {
        private final String value;
        public CreatorParameterOfAnotherName(@JsonProperty("given") String value) { this.value = value; }
        @JsonProperty("given")
        String value() { return value; }
    }

    @JsonDeserialize(builder = Built.Builder.class)
    public static class Built {
        private final String name;
        private final List<String> tags;
        private Built(Builder builder) {
            name = builder.name;
            tags = builder.tags;
        }
        public String getName() { return name; }
        public List<String> getTags() { return tags; }

        public static class Builder {
            private String name;
            private List<String> tags;
            public Builder withName(String value) { name = value; return this; }
            public Builder withTags(List<String> value) { tags = value; return this; }
            public Built build() { return new Built(this); }
        }
    }

    @JsonDeserialize(builder = BuiltPlainly.Builder.class)
    public static class BuiltPlainly {
        private final String userName;
        private final int size;
        private BuiltPlainly(String userName, int size) {
            this.userName = userName;
            this.size = size;
        }
        public String getUserName() { return userName; }
        public int getSize() { return size; }

        @JsonPOJOBuilder(withPrefix = "", buildMethodName = "create")
        @JsonIgnoreProperties(ignoreUnknown = true)
        public static class Builder {
            private String userName;
            private int size;
            public Builder userName(String value) { userName = value; return this; }
            @JsonProperty("size")
            public Builder ofSize(int value) { size = value; return this; }
            public BuiltPlainly create() { return new BuiltPlainly(userName, size); }
        }
    }

    @JsonDeserialize(builder = BuiltBySetters.Builder.class)
    public static class BuiltBySetters {
        private final int a;
        private BuiltBySetters(int a) { this.a = a; }
        public int getA() { return a; }

        @JsonPOJOBuilder(withPrefix = "set")
        public static class Builder {
            private int a;
            public Builder setA(int value) { a = value; return this; }
            public BuiltBySetters build() { return new BuiltBySetters(a); }
        }
    }
}
