/** Asks stores to prepare orders and couriers to deliver them, and calls both back. */
@NullMarked
package io.baedal.delivery;

import org.jspecify.annotations.NullMarked;
