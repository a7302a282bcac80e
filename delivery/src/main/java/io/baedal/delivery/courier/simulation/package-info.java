/** Simulated couriers, for environments without real ones. */
@NullMarked
package io.baedal.delivery.courier.simulation;

import org.jspecify.annotations.NullMarked;
