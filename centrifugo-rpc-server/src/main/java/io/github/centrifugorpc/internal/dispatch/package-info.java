/**
 * From an accepted request to its reply: places, threads, deadlines, and the one place where throwables are turned into
 * codes. It knows neither HTTP nor JSON nor the transports behind a reply.
 */
@NullMarked
package io.github.centrifugorpc.internal.dispatch;

import org.jspecify.annotations.NullMarked;
