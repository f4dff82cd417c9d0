package io.github.centrifugorpc.maven.check;

/** What a build tells about a contract that is fine as it is, with its stable number. */
public enum NoteId {
    LONG_AS_NUMBER(
            401,
            "these longs travel as JSON numbers, exact within ±(2^53−1), and the server refuses values beyond:",
            "  For every value of a long: <longs>string</longs>, or @JsonFormat(shape = JsonFormat.Shape.STRING) on a member."),
    REGION_LOST(
            402,
            "these values of type ZonedDateTime travel with their offset, and their region is lost:",
            "  To say so in Java, too: OffsetDateTime; to keep the region: a member of type ZoneId beside it."),
    DOCS_LOST(
            403,
            "these types were read from class files, which hold no Javadoc, so the SDKs have none of it:",
            "  To have it: generate where their sources are, or with them in the same build.");

    private final int number;
    private final String sentence;
    private final String remedy;

    NoteId(int number, String sentence, String remedy) {
        this.number = number;
        this.sentence = sentence;
        this.remedy = remedy;
    }

    /** As people search for it: {@code CRPC-401}. */
    public String code() {
        return "CRPC-" + number;
    }

    String sentence() {
        return sentence;
    }

    String remedy() {
        return remedy;
    }
}
