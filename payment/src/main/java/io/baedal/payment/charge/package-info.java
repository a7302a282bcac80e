/** The payment of an order: its states, and how it is approved and cancelled. */
@NullMarked
package io.baedal.payment.charge;

import org.jspecify.annotations.NullMarked;
