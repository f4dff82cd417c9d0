package io.github.centrifugorpc.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.centrifugorpc.it.container.Image;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The images hold what their names promise. The tests' names say which are official and which are stand-ins. */
class ImagesIT {
    @TestFactory
    Stream<DynamicTest> everyImage() {
        return Arrays.stream(Image.values())
                .map(image -> dynamicTest(
                        image.reference() + " (" + image.origin() + ")",
                        () -> assertThat(image.printedVersion()).contains(image.version())));
    }
}
