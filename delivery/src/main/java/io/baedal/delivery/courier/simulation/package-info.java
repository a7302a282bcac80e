/** Couriers that move by themselves, where there are no real ones. */
@NullMarked
package io.baedal.delivery.courier.simulation;

import org.jspecify.annotations.NullMarked;
