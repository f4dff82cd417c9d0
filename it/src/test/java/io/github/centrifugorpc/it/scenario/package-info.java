/** Scenarios, what a driver said about them, and the server and control endpoint behind them. */
@NullMarked
package io.github.centrifugorpc.it.scenario;

import org.jspecify.annotations.NullMarked;
