/**
 * The steps of an order, and the undo of each. Start reading at the delegates ({@code
 * ApprovePayment} to {@code RecallDelivery}), then {@code EventEffects} and {@code
 * DecideOnCancellation}. Depends neither on the operator packages nor on its own subpackages, which
 * hold the technologies.
 */
@NullMarked
package io.baedal.orchestrator.saga;

import org.jspecify.annotations.NullMarked;
