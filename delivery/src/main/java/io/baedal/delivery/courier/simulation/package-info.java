/** Couriers that pick up and deliver by themselves, where there are no real ones. */
@NullMarked
package io.baedal.delivery.courier.simulation;

import org.jspecify.annotations.NullMarked;
