package shapes;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonGetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.PropertyNamingStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** What annotations do to names, visibility and order. */
public final class Names {

    public static class OnField {
        @JsonProperty("x")
        private int a;
        public int getA() { return a; }
        public void setA(int value) { a = value; }
    }

    public static class OnGetter {
        private int userId;
        @JsonProperty("id")
        public int getUserId() { return userId; }
        public void setUserId(int value) { userId = value; }
    }

    public static class OnSetter {
        private int userId;
        public int getUserId() { return userId; }
        @JsonProperty("ID")
        public void setUserId(int value) { userId = value; }
    }

    public static class PrivateMadeVisible {
        @JsonProperty
        private int only;
        @JsonProperty("named")
        private String another;
        private int hidden;
    }

    public static class AnyMethodMadeVisible {
        private int value;
        @JsonProperty
        int read() { return value; }
        @JsonProperty("read")
        void write(int v) { value = v; }
    }

    public static class JoinedByName {
        @JsonProperty("name")
        private String _name;
        public String getName() { return _name; }
        public void setName(String name) { _name = name; }
    }

    public static class GetterAndSetterAnnotations {
        private String text;
        private int number;
        @JsonGetter("t")
        public String readText() { return text; }
        @JsonSetter("t")
        public void writeText(String value) { text = value; }
        @JsonGetter
        public int number() { return number; }
        @JsonSetter("number")
        public void number(int value) { number = value; }
    }

    public static class TwoNames {
        @JsonProperty("one")
        private String value;
        @JsonProperty("two")
        public String getValue() { return value; }
    }

    @JsonNaming(PropertyNamingStrategies.KebabCaseStrategy.class)
    public static class Kebab {
        public String userName;
        public int aBigNumber;
        @JsonProperty("as_it_is")
        public int other;
    }

    @JsonNaming(PropertyNamingStrategies.UpperCamelCaseStrategy.class)
    public static class UpperCamel {
        public String userName;
        public int a;
    }

    @JsonNaming(PropertyNamingStrategies.UpperSnakeCaseStrategy.class)
    public static class UpperSnake {
        public String userName;
    }

    @JsonNaming(PropertyNamingStrategies.LowerDotCaseStrategy.class)
    public static class LowerDot {
        public String userName;
    }

    @JsonNaming(PropertyNamingStrategies.LowerCaseStrategy.class)
    public static class Lower {
        public String userName;
    }

    @JsonNaming(PropertyNamingStrategies.LowerCamelCaseStrategy.class)
    public static class LowerCamel {
        public String userName;
        public String UserId;
    }

    @JsonNaming
    public static class Neutral {
        public String userName;
    }

    @JsonNaming(PropertyNamingStrategy.class)
    public record NeutralRecord(String userName) {}

    @JsonNaming(PropertyNamingStrategies.KebabCaseStrategy.class)
    static class NamedBase {
        public String inheritedName;
    }

    public static class InheritsNaming extends NamedBase {
        public String ownName;
    }

    @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY, getterVisibility = JsonAutoDetect.Visibility.NONE)
    public static class AllFields {
        private int a;
        protected String b;
        public int getC() { return 1; }
    }

    @JsonAutoDetect(
            fieldVisibility = JsonAutoDetect.Visibility.NON_PRIVATE,
            isGetterVisibility = JsonAutoDetect.Visibility.NONE,
            setterVisibility = JsonAutoDetect.Visibility.PUBLIC_ONLY)
    public static class NonPrivateFields {
        private int a;
        int b;
        protected int c;
        public boolean isD() { return true; }
        void setA(int value) { a = value; }
    }

    @OnlyWritten
    @JsonAutoDetect(getterVisibility = JsonAutoDetect.Visibility.PROTECTED_AND_PUBLIC)
    public static class ProtectedGetters {
        protected String getA() { return "a"; }
        String getB() { return "b"; }
        public String getC() { return "c"; }
    }

    @JsonPropertyOrder({"c", "a"})
    public static class Ordered {
        public int a;
        public int b;
        public int c;
    }

    @JsonPropertyOrder(alphabetic = true)
    public static class Alphabetic {
        public int zebra;
        public int apple;
        public int mango;
    }

    @JsonPropertyOrder({"user_name", "b"})
    public static class OrderedByEitherName {
        public int a;
        public int b;
        public int userName;
    }

    public static class Indexed {
        public int a;
        @JsonProperty(index = 2)
        public int b;
        @JsonProperty(index = 1)
        public int c;
    }

    public static class Aliases {
        @JsonAlias({"user", "uid"})
        public int userId;
        @JsonAlias("n")
        private String name;
        public String getName() { return name; }
        public void setName(String value) { name = value; }
    }

    public record AliasedRecord(@JsonAlias("userId") String user, @JsonProperty("x") @JsonAlias({"y", "z"}) int number) {}

    @Retention(RetentionPolicy.RUNTIME)
    @JacksonAnnotationsInside
    @JsonProperty("bundled")
    @interface Bundle {}

    public static class Bundled {
        @Bundle
        private String text;
    }

    public record BundledRecord(@Bundle String text) {}

    public static class RequiredAndDefault {
        @JsonProperty(required = true)
        public String must;
        @JsonProperty(defaultValue = "x")
        public String may;
    }

    public static class UnicodeNames {
        public int größe;
        public int Ärger;
    }
}
