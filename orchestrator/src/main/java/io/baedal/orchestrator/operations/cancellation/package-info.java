/** Operators cancel orders. */
@NullMarked
package io.baedal.orchestrator.operations.cancellation;

import org.jspecify.annotations.NullMarked;
