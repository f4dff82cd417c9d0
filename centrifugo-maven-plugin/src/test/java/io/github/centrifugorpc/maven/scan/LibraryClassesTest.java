package io.github.centrifugorpc.maven.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.centrifugorpc.contract.EnumType;
import io.github.centrifugorpc.contract.Member;
import io.github.centrifugorpc.contract.ScalarKind;
import io.github.centrifugorpc.contract.TypeRef;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models of a library, which nobody can change: what is refused of them, what the way out is, and where it leads. */
class LibraryClassesTest {

    private static final String MODEL = """
            package lib;

            import com.fasterxml.jackson.annotation.JsonAnyGetter;
            import com.fasterxml.jackson.annotation.JsonAnySetter;
            import com.fasterxml.jackson.annotation.JsonValue;
            import com.fasterxml.jackson.databind.annotation.JsonSerialize;
            import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
            import java.util.Date;
            import java.util.List;
            import java.util.Map;

            public class Request {
                public Date createdAt;
                public List<Date> seen;
                public State state;

                @JsonSerialize(using = ToStringSerializer.class)
                public List<String> names;

                public enum State {
                    OPEN, IN_REVIEW;

                    @JsonValue
                    public String toValue() { return name().toLowerCase(); }
                }

                public static class Open {
                    @JsonAnyGetter
                    public Map<String, Date> further() { return null; }

                    @JsonAnySetter
                    public void further(String name, Date value) {}
                }

                public static class OnlySet {
                    public void setSecret(String secret) {}
                }
            }
            """;

    private static final String WAY_OUT =
            " is not yours: <typeMappings> in pom.xml says what it, or the type of its member, is on the wire:"
                    + " string, any, a scalar such as instant, or a record of yours.";

    @TempDir
    Path folder;

    @Test
    void areRefusedWithAWayOut() {
        assertThat(library("lib.Request").problems()).containsExactly("""
                        [CRPC-104] lib.Request: member 'createdAt' of Request is of type java.util.Date, which no SDK can express: it is not among the types of a contract.
                          Fix: use java.time.Instant.
                          If lib.Request""" + WAY_OUT, """
                        [CRPC-104] lib.Request: member 'seen' of Request is of type java.util.Date, which no SDK can express: it is not among the types of a contract.
                          Fix: use java.time.Instant.
                          If lib.Request""" + WAY_OUT, """
                        [CRPC-142] lib.Request: member 'names' of Request has @JsonSerialize(using = …): code of the project's own decides what travels.
                          Fix: say what it is on the wire in pom.xml: <typeMappings> with the Java type, or with the member as in com.acme.Order.total, and string, number or another form; or remove the annotation.
                          If lib.Request""" + WAY_OUT);
    }

    @Test
    void areWhatTheProjectSaysOfTypesAndOfMembers() {
        Project project = library("lib.Request")
                .withTypeMapping("java.util.Date", "instant")
                .withTypeMapping("lib.Request.names", "string");

        assertThat(project.object("Request").members())
                .extracting(Member::name, Member::type)
                .containsExactly(
                        tuple("created_at", new TypeRef.Nullable(new TypeRef.Scalar(ScalarKind.INSTANT))),
                        tuple("seen", new TypeRef.ListOf(new TypeRef.Scalar(ScalarKind.INSTANT))),
                        tuple("state", new TypeRef.Nullable(new TypeRef.Named("State"))),
                        tuple("names", new TypeRef.Nullable(new TypeRef.Scalar(ScalarKind.STRING))));
    }

    @Test
    void haveEnumsWhoseValuesAreTheirNamesInAnotherCase() {
        Project project = library("lib.Request")
                .withTypeMapping("java.util.Date", "instant")
                .withTypeMapping("lib.Request.names", "string");

        assertThat(((EnumType) project.contract().type("State")).values())
                .extracting(EnumType.Value::name)
                .containsExactly("open", "in_review");
    }

    @Test
    void areToldOnceWhatIsWrongWithThem() {
        assertThat(library("lib.Request.Open").problems()).containsExactly("""
                        [CRPC-104] lib.Request$Open: a further member of Open is of type java.util.Date, which no SDK can express: it is not among the types of a contract.
                          Fix: use java.time.Instant.
                          If lib.Request$Open""" + WAY_OUT);
        assertThat(library("lib.Request.OnlySet").problems()).containsExactly("""
                        [CRPC-124] lib.Request$OnlySet: member 'secret' of OnlySet is read from params but not written to results, and OnlySet is used in both.
                          Fix: give the two directions types of their own, or make the member the same in both (for a getter that is only a convenience: @JsonIgnore).
                          If lib.Request$OnlySet""" + WAY_OUT);
    }

    @Test
    void mayReadAndWriteAMemberWithAndWithoutNull() {
        Project project = new Project(folder.resolve("boxed")).with("""
                        package com.acme;

                        import io.github.centrifugorpc.WebsocketRpc;

                        public class Handlers {
                            public static class Boxed {
                                public int getRead() { return 1; }
                                public void setRead(Integer read) {}
                                public Long getWritten() { return 1L; }
                                public void setWritten(long written) {}
                            }

                            @WebsocketRpc("boxed.echo")
                            public Boxed echo(Boxed boxed) { return boxed; }
                        }
                        """);

        assertThat(project.object("Boxed").members())
                .extracting(Member::name, Member::type, Member::required)
                .containsExactly(
                        tuple("read", new TypeRef.Scalar(ScalarKind.INT), false),
                        tuple("written", new TypeRef.Nullable(new TypeRef.Scalar(ScalarKind.LONG)), false));
    }

    private Project library(String type) {
        return new Project(folder.resolve(type)).withCompiled(MODEL).with("""
                        package com.acme;

                        import io.github.centrifugorpc.WebsocketRpc;

                        public class Handlers {
                            @WebsocketRpc("library.echo")
                            public TYPE echo(TYPE model) { return model; }
                        }
                        """.replace("TYPE", type));
    }
}
