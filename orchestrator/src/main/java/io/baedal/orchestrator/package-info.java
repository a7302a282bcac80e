/** Runs the order process: starts it, calls the workers, correlates messages. */
@NullMarked
package io.baedal.orchestrator;

import org.jspecify.annotations.NullMarked;
