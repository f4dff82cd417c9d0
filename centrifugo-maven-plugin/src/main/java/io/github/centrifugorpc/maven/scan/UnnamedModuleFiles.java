package io.github.centrifugorpc.maven.scan;

import java.io.IOException;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import org.jspecify.annotations.Nullable;

/**
 * Hides module declarations from javac, so that a modular project is read like any other: by its class path, without
 * the requirement that each dependency be a module.
 */
final class UnnamedModuleFiles extends ForwardingJavaFileManager<StandardJavaFileManager> {

    private static final String MODULE = "module-info";

    UnnamedModuleFiles(StandardJavaFileManager files) {
        super(files);
    }

    @Override
    public @Nullable JavaFileObject getJavaFileForInput(
            JavaFileManager.Location location, String className, JavaFileObject.Kind kind) throws IOException {
        return isOfTheJdk(location) || !className.equals(MODULE)
                ? super.getJavaFileForInput(location, className, kind)
                : null;
    }

    private static boolean isOfTheJdk(JavaFileManager.Location location) {
        return location.isModuleOrientedLocation() || location.getName().startsWith("SYSTEM_MODULES");
    }
}
