package io.github.centrifugorpc.maven.scan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.centrifugorpc.contract.Member;
import io.github.centrifugorpc.contract.ObjectType;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The names of a type's members are those that real Jackson finds in the same class, in each direction. */
class JacksonDifferentialTest {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "public String getURL() { return null; } public String getURLName() { return null; }"
                        + " public String getaB() { return null; } public String get() { return null; }"
                        + " public String getter() { return null; } public String gEt() { return null; }",
                "public boolean isOpen() { return true; } public Boolean isShut() { return true; }"
                        + " public String isText() { return null; } public boolean is() { return true; }"
                        + " public boolean getDone() { return true; } public boolean isDone() { return true; }",
                "public int field; private int hidden; protected int guarded; int local; public transient int skipped;"
                        + " public static int constant; public final int fixed = 1;",
                "private int a; public int getA() { return a; } private int b; void setB(int b) {}"
                        + " private int c; public int getC() { return c; } public void setC(int c) {}"
                        + " private int d; int getD() { return d; }",
                "private java.util.List<String> list; public java.util.List<String> getList() { return list; }"
                        + " public java.util.Map<String, String> getOnlyGot() { return null; }"
                        + " public java.util.Set<String> getSetToo() { return null; } public int getNumber() { return 1; }",
                "public T setFluent(String value) { return this; } public void setTwo(int a, int b) {}"
                        + " public void set(String value) {} private void setPrivate(int value) {}"
                        + " public static void setStatic(int value) {}",
                "private boolean isActive; public boolean isActive() { return isActive; }"
                        + " public void setActive(boolean active) {}",
                "@JsonProperty(\"x\") private int a; public int getA() { return a; } public void setA(int a) {}",
                "@JsonProperty private int only; @JsonProperty int read() { return 1; } @JsonProperty void write(int v) {}",
                "@JsonProperty(\"name\") private String _name; public String getName() { return _name; }"
                        + " public void setName(String name) {}",
                "@JsonIgnore private int a; public int getA() { return a; } public void setA(int a) {}"
                        + " private int b; @JsonIgnore public int getB() { return b; } public int c;",
                "@JsonIgnore(false) private int a; public int getA() { return a; }",
                "public class Hidden {} public int userId; public int aBC; public int a1B; public int ID; public int x_y;",
            })
    void findsThePropertiesOfABean(String body) throws Exception {
        compare("public class T {\n  public T() {}\n  " + body + "\n}\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(int a, String userId)|",
                "(int a)|public boolean isEmpty() { return true; } public int getSize() { return 1; } public int twice() { return 2; }",
                "(boolean active)|public boolean isActive() { return active; }",
                "(@JsonProperty(\"x\") int a, @JsonIgnore int b, int c)|",
                "(int a)|@JsonIgnore public boolean isEmpty() { return true; } public static int getStatic() { return 1; }",
                "(int getA, boolean isB)|",
                "(String URL, String aB)|",
            })
    void findsThePropertiesOfARecord(String parts) throws Exception {
        String[] headAndBody = parts.split("\\|", 2);
        compare("public record T" + headAndBody[0] + " {\n  " + headAndBody[1] + "\n}\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class Base<X> { private X key; public X getKey() { return key; } public void setKey(X key) {} }"
                        + " public class T extends Base<Long> { public int own; }",
                "interface Named { default String getTitle() { return null; } String getName(); }"
                        + " public class T implements Named { public String getName() { return null; } }",
                "interface Named { @JsonIgnore String getName(); int getSize(); }"
                        + " public class T implements Named { public String getName() { return null; }"
                        + " public int getSize() { return 1; } }",
                "class Base { @JsonProperty(\"id\") public int getKey() { return 1; } public int shared; }"
                        + " public class T extends Base { @Override public int getKey() { return 2; } public int shared; }",
            })
    void findsInheritedProperties(String source) throws Exception {
        compare(source.replaceFirst("(?s)^(.*)(public class T.*)$", "$2\n$1"));
    }

    private void compare(String declaration) throws Exception {
        String source = "package com.acme;\n\nimport com.fasterxml.jackson.annotation.*;\n\n" + declaration;
        Class<?> type = compiled(source);
        JavaType javaType = MAPPER.constructType(type);

        assertThat(names(source, Direction.RESULT))
                .as("written")
                .isEqualTo(written(MAPPER.getSerializationConfig().introspect(javaType)));
        assertThat(names(source, Direction.PARAMS))
                .as("read")
                .isEqualTo(read(MAPPER.getDeserializationConfig().introspect(javaType)));
    }

    private Class<?> compiled(String source) throws IOException, ClassNotFoundException {
        new Project(folder.resolve("compiled")).withCompiled(source);
        URL[] classes = {folder.resolve("compiled/library").toUri().toURL()};
        // Not closed: Jackson looks into the class later.
        return Class.forName(
                "com.acme.T", false, new URLClassLoader(classes, getClass().getClassLoader()));
    }

    private Set<String> names(String source, Direction direction) {
        String signature =
                direction == Direction.RESULT ? "public T call() { return null; }" : "public void call(T t) {}";
        Project project = new Project(folder.resolve(direction.name()))
                .with(source)
                .with("package com.acme;\n\npublic final class Handlers {\n"
                        + "  @io.github.centrifugorpc.WebsocketRpc(\"call\")\n  " + signature + "\n}\n");
        ScanResult result = project.scan();
        List<Member> members = ((ObjectType) result.contract().type("T")).members();
        return members.stream().map(Member::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> written(BeanDescription description) {
        return description.findProperties().stream()
                .filter(property -> property.hasGetter() || property.hasField())
                .filter(BeanPropertyDefinition::couldSerialize)
                .map(BeanPropertyDefinition::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> read(BeanDescription description) {
        return description.findProperties().stream()
                .filter(property -> !description.getIgnoredPropertyNames().contains(property.getInternalName()))
                .filter(property -> property.hasSetter()
                        || property.hasField()
                        || property.hasConstructorParameter()
                        || isFilledThroughItsGetter(property))
                .map(BeanPropertyDefinition::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isFilledThroughItsGetter(BeanPropertyDefinition property) {
        Class<?> type = property.getRawPrimaryType();
        return property.hasGetter() && (Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type));
    }
}
