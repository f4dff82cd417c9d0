package io.github.centrifugorpc.maven.target;

/**
 * One file of an SDK.
 *
 * @param path relative to the SDK's folder, with forward slashes
 * @param content the whole text, with {@code \n} as line end
 */
public record GeneratedFile(String path, String content) {}
