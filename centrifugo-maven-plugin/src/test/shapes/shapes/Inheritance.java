package shapes;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import java.util.List;
import java.util.Map;

/** What classes take from above. */
public final class Inheritance {

    static class Generic<X> {
        private X key;
        private List<X> more;
        public X getKey() { return key; }
        public void setKey(X value) { key = value; }
        public List<X> getMore() { return more; }
        public void setMore(List<X> value) { more = value; }
    }

    public static class OfLong extends Generic<Long> {
        public int own;
    }

    public static class OfText extends Generic<String> {
        @Override
        public String getKey() { return super.getKey(); }
        @Override
        public void setKey(String value) { super.setKey(value); }
    }

    static class Middle<Y> extends Generic<Map<String, Y>> {
        public Y last;
    }

    public static class TwoStepsUp extends Middle<Integer> {}

    interface Named {
        default String getTitle() { return "title"; }
        String getName();
    }

    @OnlyWritten
    public static class DefaultMethods implements Named {
        @Override
        public String getName() { return "name"; }
    }

    interface Hiding {
        @JsonIgnore
        String getName();
        int getSize();
    }

    @OnlyWritten
    public static class AnnotatedAbove implements Hiding {
        @Override
        public String getName() { return "name"; }
        @Override
        public int getSize() { return 1; }
    }

    static class Renaming {
        @JsonProperty("id")
        public int getKey() { return 1; }
        public int shared;
    }

    public static class RenamedAbove extends Renaming {
        @Override
        public int getKey() { return 2; }
        public int shared;
    }

    static class Animal {
        private Animal parent;
        public Object getValue() { return "value"; }
        public int legs;
    }

    public static class Covariant extends Animal {
        @Override
        public String getValue() { return "text"; }
    }

    abstract static class Abstract {
        public abstract String getText();
        public abstract void setText(String value);
        public int number;
    }

    public static class Concrete extends Abstract {
        private String text;
        @Override
        public String getText() { return text; }
        @Override
        public void setText(String value) { text = value; }
    }

    static class PrivateAbove {
        private String name;
        public String getName() { return name; }
    }

    public static class FieldOfTheSuperclass extends PrivateAbove {
        public int own;
    }

    interface HasId<I> {
        I getId();
        void setId(I id);
    }

    public static class GenericInterface implements HasId<Integer> {
        private Integer id;
        @Override
        public Integer getId() { return id; }
        @Override
        public void setId(Integer value) { id = value; }
    }

    public record RecordOfInterface(String name) implements Named {
        @Override
        public String getName() { return name; }
    }

    @JsonDeserialize(using = FromStringDeserializer.class)
    interface ReadByOthers {}

    @JsonDeserialize(using = JsonDeserializer.None.class)
    public static class ReadAsUsualAfterAll implements ReadByOthers {
        public String text;
    }

    @OnlyWritten
    public static class ReadByCode implements ReadByOthers {
        public String text;
    }

    static class SetterAbove {
        protected int size;
        public void setSize(Integer value) { size = value; }
        public int getSize() { return size; }
    }

    public static class SetterInBoth extends SetterAbove {
        public void setSize(int value) { size = value; }
    }
}
