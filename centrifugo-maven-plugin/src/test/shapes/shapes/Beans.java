package shapes;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;

/** Getters, setters and fields as Jackson finds them when nobody annotates. */
public final class Beans {

    @OnlyWritten
    public static class GetterNames {
        public String getURL() { return "a"; }
        public String getURLName() { return "b"; }
        public String getaB() { return "c"; }
        public String get() { return "d"; }
        public String getter() { return "e"; }
        public String gEt() { return "f"; }
        public String getX() { return "g"; }
        public String get_under() { return "h"; }
        public String get1() { return "i"; }
        public void getNothing() {}
        public Void getVoid() { return null; }
        public String getWith(int argument) { return ""; }
    }

    @OnlyWritten
    public static class IsGetters {
        public boolean isOpen() { return true; }
        public Boolean isShut() { return true; }
        public String isText() { return ""; }
        public boolean is() { return true; }
        public boolean getDone() { return true; }
        public boolean isDone() { return true; }
        public Optional<Boolean> isMaybe() { return Optional.of(true); }
        public boolean island() { return true; }
    }

    public static class Fields {
        public int field;
        private int hidden;
        protected int guarded;
        int local;
        public transient int skipped;
        public static int constant;
        public final int fixed = 1;
        public Integer boxed;
        public String text;
        public int userId;
        public int aBC;
        public int a1B;
        public int ID;
        public int x_y;
    }

    public static class PrivateFieldsWithGetters {
        private int a;
        private int b;
        private int c;
        private int d;
        public int getA() { return a; }
        void setB(int value) { b = value; }
        public int getB() { return b; }
        public int getC() { return c; }
        public void setC(int value) { c = value; }
        int getD() { return d; }
    }

    @OnlyRead
    public static class SettersOnly {
        private String text;
        private int number;
        private List<String> list;
        public void setText(String value) { text = value; }
        void setNumber(int value) { number = value; }
        private void setList(List<String> value) { list = value; }
        public void set(String value) {}
        public void setTwo(int a, int b) {}
        public static void setStatic(int value) {}
    }

    public static class Fluent {
        private String name;
        private int size;
        public String getName() { return name; }
        public Fluent setName(String value) { name = value; return this; }
        public int getSize() { return size; }
        public Fluent setSize(int value) { size = value; return this; }
    }

    public static class GetterOnlyCollections {
        private final List<String> list = new ArrayList<>();
        private final Map<String, Integer> map = new HashMap<>();
        private int plain;
        public List<String> getList() { return list; }
        public Map<String, Integer> getMap() { return map; }
        public int getPlain() { return plain; }
    }

    public static class CollectionsWithoutFields {
        private final List<String> inner = new ArrayList<>();
        public List<String> getOuter() { return inner; }
        public int number;
    }

    public static class FieldAndGetterDisagreeOnName {
        private boolean isActive;
        public boolean isActive() { return isActive; }
        public void setActive(boolean active) { isActive = active; }
    }

    public static class OverloadedSetters {
        private int size;
        private String label;
        public int getSize() { return size; }
        public void setSize(int value) { size = value; }
        public void setSize(String value) { size = Integer.parseInt(value); }
        public String getLabel() { return label; }
        public void setLabel(Object value) { label = String.valueOf(value); }
        public void setLabel(String value) { label = value; }
    }

    public static class PrivateConstructor {
        public int number;
        private PrivateConstructor() {}
    }

    @OnlyWritten
    public static class NoEmptyConstructor {
        private final String id;
        public NoEmptyConstructor(String id) { this.id = id; }
        public String getId() { return id; }
    }

    public static class Scalars {
        public boolean aBoolean;
        public byte aByte;
        public short aShort;
        public int anInt;
        public long aLong;
        public float aFloat;
        public double aDouble;
        public char aChar;
        public String text;
        public BigInteger integer;
        public BigDecimal decimal;
        public UUID uuid;
        public byte[] bytes;
        public Instant instant;
        public LocalDate date;
        public Duration duration;
        public Level level;
    }

    public enum Level {
        LOW,
        @JsonProperty("mid")
        MEDIUM,
        HIGH
    }

    public static class Containers {
        public List<String> list;
        public Set<Integer> set;
        public Collection<UUID> collection;
        public Map<String, List<Integer>> map;
        public Map<Level, String> byLevel;
        public Map<Integer, Boolean> byNumber;
        public int[] ints;
        public String[] texts;
        public Optional<String> maybe = Optional.empty();
        public OptionalInt maybeInt = OptionalInt.empty();
        public List<Optional<String>> holes;
    }

    public static class Nested {
        public Inner inner;
        public List<Inner> inners;
        public Map<String, Inner> byName;

        public static class Inner {
            public String text;
            public Inner next;
        }
    }

    public static class InitialValues {
        public String text = "initial";
        public int number = 7;
        public List<String> list = new ArrayList<>(List.of("one"));
    }

    @OnlyWritten
    public static class Computed {
        public int getTwice() { return 2; }
        public String getGreeting() { return "hello"; }
    }

    public static class GetterOfAnotherKind {
        private List<String> tags;
        public List<String> getTags() { return tags; }
        public void setTags(Collection<String> value) { tags = new ArrayList<>(value); }
    }

    public static class UpperFields {
        public String Name;
        public String URL;
        public int X;
    }
}
