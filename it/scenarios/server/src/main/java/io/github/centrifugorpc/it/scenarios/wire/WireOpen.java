package io.github.centrifugorpc.it.scenarios.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.centrifugorpc.WebsocketRpc;
import java.util.LinkedHashMap;
import java.util.Map;

/** Objects that keep the members which nobody declared, handed back. */
public final class WireOpen {

    /** Open to any JSON. */
    public static class Event {
        private final Map<String, Object> others = new LinkedHashMap<>();
        private int id;

        public int getId() {
            return id;
        }

        public void setId(int id) {
            this.id = id;
        }

        @JsonAnyGetter
        public Map<String, Object> others() {
            return others;
        }

        @JsonAnySetter
        public void other(String name, Object value) {
            others.put(name, value);
        }
    }

    /** Open to whole numbers. */
    public static class Counters {
        private final Map<String, Integer> others = new LinkedHashMap<>();
        private int total;

        public int getTotal() {
            return total;
        }

        public void setTotal(int total) {
            this.total = total;
        }

        @JsonAnyGetter
        public Map<String, Integer> others() {
            return others;
        }

        @JsonAnySetter
        public void other(String name, Integer value) {
            others.put(name, value);
        }
    }

    @WebsocketRpc("wire.open")
    public Event open(Event params) {
        return params;
    }

    @WebsocketRpc("wire.open_to_ints")
    public Counters openToInts(Counters params) {
        return params;
    }
}
