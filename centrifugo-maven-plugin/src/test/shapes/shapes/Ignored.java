package shapes;

import com.fasterxml.jackson.annotation.JsonBackReference;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonIgnoreType;
import com.fasterxml.jackson.annotation.JsonIncludeProperties;
import com.fasterxml.jackson.annotation.JsonManagedReference;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRootName;
import com.fasterxml.jackson.annotation.JsonView;
import java.beans.Transient;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is left out, in one direction or in both. */
public final class Ignored {

    public static class OnFieldOrGetter {
        @JsonIgnore
        private int a;
        private int b;
        public int c;
        public int getA() { return a; }
        public void setA(int value) { a = value; }
        @JsonIgnore
        public int getB() { return b; }
    }

    public static class NotIgnoredAfterAll {
        @JsonIgnore(false)
        private int a;
        public int getA() { return a; }
        public void setA(int value) { a = value; }
    }

    public static class BesideAnExplicitSetter {
        private String password;
        public String name;
        @JsonIgnore
        public String getPassword() { return password; }
        @JsonProperty
        public void setPassword(String value) { password = value; }
    }

    public static class BesideAnExplicitGetter {
        private String hint;
        public String name;
        @JsonProperty
        public String getHint() { return hint; }
        @JsonIgnore
        public void setHint(String value) { hint = value; }
    }

    public static class BesideAnExplicitField {
        @JsonProperty("secret")
        private String password;
        @JsonIgnore
        public String getPassword() { return password; }
    }

    public record Component(int a, @JsonIgnore String b, @JsonProperty("x") int c) {}

    public record AccessorOfARecord(int a) {
        @JsonIgnore
        public boolean isEmpty() { return true; }
        @JsonIgnore
        public int getA() { return 2; }
    }

    public record NamedAndIgnored(@JsonIgnore @JsonProperty("x") String id, int b) {}

    public static class Access {
        @JsonProperty(access = JsonProperty.Access.READ_ONLY)
        public String onlyWritten;
        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY)
        public String onlyRead;
        @JsonProperty(access = JsonProperty.Access.READ_WRITE)
        private String both;
        @JsonProperty(access = JsonProperty.Access.READ_ONLY)
        private List<String> list = new ArrayList<>();
        public List<String> getList() { return list; }
        private int hidden;
    }

    public static class AccessOnAccessors {
        private String a;
        private String b;
        @JsonProperty(access = JsonProperty.Access.READ_ONLY)
        public String getA() { return a; }
        public void setA(String value) { a = value; }
        public String getB() { return b; }
        @JsonProperty(value = "bee", access = JsonProperty.Access.WRITE_ONLY)
        public void setB(String value) { b = value; }
    }

    public record AccessOfComponents(
            @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) String password,
            @JsonProperty(access = JsonProperty.Access.READ_ONLY) @Nullable String hint,
            @JsonProperty(access = JsonProperty.Access.READ_ONLY) List<String> hints,
            String name) {}

    @JsonIgnoreProperties({"a", "user_name"})
    public static class ByName {
        public int a;
        public int b;
        public String userName;
    }

    @JsonIgnoreProperties(value = "a", allowGetters = true)
    public static class ByNameWhenRead {
        public int a;
        public int b;
    }

    @JsonIgnoreProperties(value = "a", allowSetters = true, ignoreUnknown = true)
    public record ByNameWhenWritten(int a, int b) {}

    @JsonIncludeProperties({"b"})
    public static class OnlySome {
        public int a;
        public int b;
    }

    @JsonIgnoreType
    public static class Secret {
        public String key;
    }

    public static class OfAnIgnoredType {
        public int a;
        public Secret secret;
    }

    public static class Beans8 {
        private int a;
        public int b;
        @Transient
        public int getA() { return a; }
        public void setA(int value) { a = value; }
    }

    public static class Parent {
        public String name;
        @JsonManagedReference
        public List<Child> children;
    }

    public static class Child {
        public String name;
        @JsonBackReference
        public Parent parent;
    }

    public static class Views {
        @JsonView(String.class)
        private int seen;
        public int open;
    }

    @JsonRootName("root")
    public static class Rooted {
        public int a;
    }

    public static class MarkedTransient {
        public int a;
        private transient int b;
        public int getB() { return b; }
        public void setB(int value) { b = value; }
        @JsonProperty
        private transient int c;
    }
}
