/** Cancellation of orders by operators. */
@NullMarked
package io.baedal.orchestrator.operations.cancellation;

import org.jspecify.annotations.NullMarked;
