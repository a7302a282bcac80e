/** Charges the payment of an order once, and refunds it when the order is cancelled or rejected. */
@NullMarked
package io.baedal.payment;

import org.jspecify.annotations.NullMarked;
