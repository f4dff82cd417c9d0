package io.github.centrifugorpc.contract;

/**
 * Where something was declared. Places help to report problems and are not part of the JSON form: a moved line is not
 * a changed contract.
 *
 * @param file relative to the project, with forward slashes; a class name where only the class file was read
 * @param line counted from 1; 0 where it is not known
 */
public record Place(String file, int line) {

    /** Not known, as after reading a contract from JSON. */
    public static final Place UNKNOWN = new Place("", 0);

    @Override
    public String toString() {
        return line == 0 ? file : file + ":" + line;
    }
}
