package io.github.centrifugorpc.maven.render;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.VelocityEngine;
import org.apache.velocity.runtime.RuntimeConstants;
import org.apache.velocity.runtime.RuntimeConstants.SpaceGobbling;
import org.apache.velocity.runtime.resource.loader.ClasspathResourceLoader;

/** Renders one template from one view, which the template knows as {@code $v}. */
public final class TemplateRenderer {

    private final VelocityEngine engine;

    public TemplateRenderer() {
        var settings = new Properties();
        settings.setProperty(RuntimeConstants.RESOURCE_LOADERS, "plugin");
        settings.setProperty("resource.loader.plugin.class", ClasspathResourceLoader.class.getName());
        settings.setProperty("resource.loader.plugin.cache", "true");
        settings.setProperty(RuntimeConstants.INPUT_ENCODING, StandardCharsets.UTF_8.name());
        // An unknown reference must fail the build, not appear in somebody's SDK.
        settings.setProperty(RuntimeConstants.RUNTIME_REFERENCES_STRICT, "true");
        settings.setProperty(RuntimeConstants.VM_ARGUMENTS_STRICT, "true");
        // Keeps the columns of the text, which Python depends on.
        settings.setProperty(RuntimeConstants.SPACE_GOBBLING, SpaceGobbling.LINES.toString());
        // Otherwise 0, "" and an empty list would count as false.
        settings.setProperty(RuntimeConstants.CHECK_EMPTY_OBJECTS, "false");
        engine = new VelocityEngine(settings);
        // Velocity finds its loader's resources through the thread's loader, which Maven sets to something else.
        withOwnClassLoader(engine::init);
    }

    /**
     * The rendered text.
     *
     * @param template relative to the templates' root, for example {@code python/templates/client.py.vm}
     * @param view the one value that the template sees; its accessors must be public
     */
    public String render(String template, Record view) {
        var context = new VelocityContext();
        context.put("v", view);
        var text = new StringWriter();
        withOwnClassLoader(
                () -> engine.getTemplate("centrifugo-rpc/" + template).merge(context, text));
        return text.toString();
    }

    private static void withOwnClassLoader(Runnable action) {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(TemplateRenderer.class.getClassLoader());
        try {
            action.run();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
