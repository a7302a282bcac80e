/** Asks stores to prepare orders and couriers to deliver them, and cancels both. */
@NullMarked
package io.baedal.delivery;

import org.jspecify.annotations.NullMarked;
