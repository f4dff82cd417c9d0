/**
 * The server as an application sees it: what to configure, what to start, tokens for clients. It shows neither JSON nor
 * HTTP types; those stay in the internal packages.
 */
@NullMarked
package io.github.centrifugorpc.server;

import org.jspecify.annotations.NullMarked;
