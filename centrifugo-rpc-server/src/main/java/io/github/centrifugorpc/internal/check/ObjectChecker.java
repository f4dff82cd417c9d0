package io.github.centrifugorpc.internal.check;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import io.github.centrifugorpc.contract.ObjectType;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An object with known members. What others mean is for {@link Unknown} to say. */
final class ObjectChecker implements ValueChecker {

    private static final int TAG = -1;

    private final ObjectType.@Nullable Tag tag;
    private Unknown unknown = new Unknown.Ignored();
    private Map<String, Integer> indexes = Map.of();
    private MemberChecker[] members = {};

    ObjectChecker(Optional<ObjectType.Tag> tag) {
        this.tag = tag.orElse(null);
    }

    /** What a member means that the contract does not name. */
    sealed interface Unknown {

        /** Nothing: a newer caller may know more than we do. */
        record Ignored() implements Unknown {}

        /** A mistake of the caller. */
        record Refused() implements Unknown {}

        /** Data, of an open object. */
        record Kept(ValueChecker type) implements Unknown {}
    }

    /** Members come after the checker itself, because types may contain themselves. */
    void setMembers(List<MemberChecker> list, Unknown unknown) {
        this.unknown = unknown;
        members = list.toArray(MemberChecker[]::new);
        var byName = new HashMap<String, Integer>();
        for (int i = 0; i < members.length; i++) {
            for (var alias : members[i].aliases()) {
                byName.putIfAbsent(alias, i);
            }
        }
        for (int i = 0; i < members.length; i++) {
            byName.put(members[i].name(), i);
        }
        if (tag != null) {
            byName.put(tag.member(), TAG);
        }
        indexes = byName;
    }

    /** By what unions know the object; only variants have one. */
    ObjectType.Tag tag() {
        return Objects.requireNonNull(tag, "a variant of a union without a tag");
    }

    @Override
    public void check(JsonParser in, TokenBuffer out, Violations violations) throws IOException {
        if (in.currentToken() != JsonToken.START_OBJECT) {
            violations.expected("an object", in, out);
            return;
        }
        out.writeStartObject();
        if (tag != null) {
            out.writeStringField(tag.member(), tag.value());
        }
        var object = new Reading(false, out, violations);
        object.read(in);
        object.end();
    }

    /** Begins a variant whose tag has been read, or is taken for granted. */
    Reading begin(String givenTag, TokenBuffer out, Violations violations) throws IOException {
        out.writeStartObject();
        out.writeStringField(tag().member(), givenTag);
        return new Reading(true, out, violations);
    }

    /** One object on its way through, whose members may come out of more than one parser. */
    final class Reading {

        private final TokenBuffer out;
        private final Violations violations;
        private final boolean[] given = new boolean[members.length];
        private boolean isTagGiven;
        private @Nullable Set<String> others;

        private Reading(boolean isTagGiven, TokenBuffer out, Violations violations) {
            this.isTagGiven = isTagGiven;
            this.out = out;
            this.violations = violations;
        }

        /** Reads members up to the end of the object. */
        void read(JsonParser in) throws IOException {
            while (in.nextToken() != JsonToken.END_OBJECT) {
                var name = in.currentName();
                var index = indexes.get(name);
                in.nextToken();
                if (index == null) {
                    other(name, in);
                } else if (index == TAG) {
                    checkTag(in);
                } else {
                    member(members[index], index, in);
                }
            }
        }

        private void member(MemberChecker member, int index, JsonParser in) throws IOException {
            violations.enter(member.name());
            if (given[index]) {
                violations.add("is given twice");
                in.skipChildren();
            } else if (in.currentToken() == JsonToken.VALUE_NULL) {
                member.whenNull(out, violations);
            } else {
                out.writeFieldName(member.name());
                member.type().check(in, out, violations);
            }
            violations.leave();
            given[index] = true;
        }

        private void checkTag(JsonParser in) throws IOException {
            var value = tag().value();
            violations.enter(tag().member());
            if (isTagGiven) {
                violations.add("is given twice");
            } else if (in.currentToken() != JsonToken.VALUE_STRING
                    || !in.getText().equals(value)) {
                violations.add("must be \"" + value + "\", but was " + Violations.describe(in));
            }
            in.skipChildren();
            violations.leave();
            isTagGiven = true;
        }

        private void other(String name, JsonParser in) throws IOException {
            if (unknown instanceof Unknown.Kept kept) {
                keep(name, kept.type(), in);
                return;
            }
            if (unknown instanceof Unknown.Refused) {
                violations.enter(name);
                violations.add("is not known to this server");
                violations.leave();
            }
            in.skipChildren();
        }

        private void keep(String name, ValueChecker type, JsonParser in) throws IOException {
            if (others == null) {
                others = new HashSet<>();
            }
            violations.enter(name);
            if (!Unicode.isWellFormed(name)) {
                violations.add("has a name with half of a surrogate pair");
                in.skipChildren();
            } else if (!others.add(name)) {
                violations.add("is given twice");
                in.skipChildren();
            } else {
                out.writeFieldName(name);
                type.check(in, out, violations);
            }
            violations.leave();
        }

        /** Says what is missing, and puts in what stands for it. */
        void end() throws IOException {
            for (int i = 0; i < members.length; i++) {
                if (!given[i]) {
                    violations.enter(members[i].name());
                    members[i].whenAbsent(out, violations);
                    violations.leave();
                }
            }
            out.writeEndObject();
        }
    }
}
