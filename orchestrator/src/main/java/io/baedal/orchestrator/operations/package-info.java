/**
 * Operations for operators that Camunda's applications do not offer, one package each. Uses the
 * saga through its interfaces; the saga does not depend on it.
 */
@NullMarked
package io.baedal.orchestrator.operations;

import org.jspecify.annotations.NullMarked;
