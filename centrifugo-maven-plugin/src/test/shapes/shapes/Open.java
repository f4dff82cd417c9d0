package shapes;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Objects whose further members are data. */
public final class Open {

    public static class GetterAndSetter {
        public int known;
        private final Map<String, String> further = new LinkedHashMap<>();
        @JsonAnyGetter
        public Map<String, String> getFurther() { return further; }
        @JsonAnySetter
        public void setFurther(String name, String value) { further.put(name, value); }
    }

    public static class IgnoredField {
        public int known;
        @JsonIgnore
        private final Map<String, Integer> additionalProperties = new HashMap<>();
        @JsonAnyGetter
        public Map<String, Integer> getAdditionalProperties() { return additionalProperties; }
        @JsonAnySetter
        public void setAdditionalProperty(String name, Integer value) { additionalProperties.put(name, value); }
    }

    public static class OnAField {
        public int known;
        @JsonAnySetter
        @JsonAnyGetter
        private final Map<String, Boolean> flags = new HashMap<>();
    }

    public static class NothingElse {
        private final Map<String, Long> all = new HashMap<>();
        @JsonAnyGetter
        public Map<String, Long> all() { return all; }
        @JsonAnySetter
        void put(String name, Long value) { all.put(name, value); }
    }

    public static class TurnedOff {
        @JsonAnySetter(enabled = false)
        @JsonProperty
        public Map<String, String> map;
    }
}
