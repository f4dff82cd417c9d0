/**
 * The server's HTTP endpoints as an OpenAPI document, made from a contract. It must not know javac, Maven or the disk.
 */
@NullMarked
package io.github.centrifugorpc.maven.openapi;

import org.jspecify.annotations.NullMarked;
