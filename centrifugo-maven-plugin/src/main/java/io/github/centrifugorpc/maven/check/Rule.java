package io.github.centrifugorpc.maven.check;

import java.util.stream.Stream;

/** One thing that must hold before SDKs are written. */
interface Rule {

    Stream<Problem> problems(Checked checked);
}
