/** The states of orders at stores and couriers, for reconciliation. */
@NullMarked
package io.baedal.delivery.state;

import org.jspecify.annotations.NullMarked;
