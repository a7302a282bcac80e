/** Brings events of the other services to the process that waits for them. */
@NullMarked
package io.baedal.orchestrator.correlation;

import org.jspecify.annotations.NullMarked;
