/** Takes the money for an order once, and gives it back when the order is undone. */
@NullMarked
package io.baedal.payment;

import org.jspecify.annotations.NullMarked;
