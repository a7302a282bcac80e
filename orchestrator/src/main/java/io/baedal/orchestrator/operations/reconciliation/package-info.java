/** Compares what the services and the engine report for each order, and stores disagreements. */
@NullMarked
package io.baedal.orchestrator.operations.reconciliation;

import org.jspecify.annotations.NullMarked;
