package corpus;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.annotation.JsonPOJOBuilder;
import io.github.centrifugorpc.WebsocketRpc;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

public final class Handlers {

    /** Made by its constructor. */
    public static final class Person {
        private final String name;
        private final List<Long> ids;

        /**
         * @param name as on the door
         */
        @JsonCreator
        public Person(
                @JsonProperty("name") String name,
                @JsonProperty("ids") @JsonFormat(shape = JsonFormat.Shape.STRING) List<Long> ids) {
            this.name = name;
            this.ids = ids;
        }

        public String getName() {
            return name;
        }

        public List<Long> getIds() {
            return ids;
        }
    }

    @JsonDeserialize(builder = House.Builder.class)
    public static final class House {
        /** Where it stands. */
        private final String street;

        private final int rooms;

        private House(Builder builder) {
            street = builder.street;
            rooms = builder.rooms;
        }

        public String getStreet() {
            return street;
        }

        public int getRooms() {
            return rooms;
        }

        @JsonPOJOBuilder(withPrefix = "")
        public static final class Builder {
            private String street;
            private int rooms;

            public Builder street(String street) {
                this.street = street;
                return this;
            }

            public Builder rooms(int rooms) {
                this.rooms = rooms;
                return this;
            }

            public House build() {
                return new House(this);
            }
        }
    }

    @JsonNaming(PropertyNamingStrategies.KebabCaseStrategy.class)
    @JsonClassDescription("Labels in kebab case.")
    public record Labels(
            @JsonAlias("labelText") String labelText,
            @JsonPropertyDescription("How many.") int labelCount,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) String mayBeEmpty) {}

    @JsonIgnoreProperties("inner_state")
    public static class Open {
        public String known;
        public int innerState;

        @JsonIgnore
        private final Map<String, Integer> additionalProperties = new LinkedHashMap<>();

        @JsonAnyGetter
        public Map<String, Integer> getAdditionalProperties() {
            return additionalProperties;
        }

        @JsonAnySetter
        public void setAdditionalProperty(String name, Integer value) {
            additionalProperties.put(name, value);
        }
    }

    public static class Login {
        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY)
        private String password;

        @JsonProperty(access = JsonProperty.Access.READ_ONLY)
        private @Nullable String hint;

        public String user;
    }

    @WebsocketRpc("people.echo")
    public Person person(Person person) {
        return person;
    }

    @WebsocketRpc("houses.echo")
    public House house(House house) {
        return house;
    }

    @WebsocketRpc("labels.echo")
    public Labels labels(Labels labels) {
        return labels;
    }

    @WebsocketRpc("open.echo")
    public Open open(Open open) {
        return open;
    }

    @WebsocketRpc("login.try")
    public void login(Login login) {}
}
