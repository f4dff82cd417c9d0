package io.github.centrifugorpc.maven.generate;

/**
 * What {@code opensdk/README.md.vm} shows.
 *
 * @param title the name of the service
 */
public record ReadmeView(String title) {}
