package io.github.centrifugorpc.internal.check;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An object with known members. Others are left alone: a newer caller may know more than we do. */
final class ObjectChecker implements ValueChecker {

    private Map<String, Integer> indexes = Map.of();
    private MemberChecker[] members = {};

    /** Members come after the checker itself, because types may contain themselves. */
    void setMembers(List<MemberChecker> list) {
        members = list.toArray(MemberChecker[]::new);
        var byName = new HashMap<String, Integer>();
        for (int i = 0; i < members.length; i++) {
            byName.put(members[i].name(), i);
        }
        indexes = byName;
    }

    @Override
    public void check(JsonParser in, TokenBuffer out, Violations violations) throws IOException {
        if (in.currentToken() != JsonToken.START_OBJECT) {
            violations.expected("an object", in);
            return;
        }
        out.writeStartObject();
        var given = new boolean[members.length];
        while (in.nextToken() != JsonToken.END_OBJECT) {
            var index = indexes.get(in.currentName());
            in.nextToken();
            if (index == null) {
                in.skipChildren();
                continue;
            }
            var member = members[index];
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
