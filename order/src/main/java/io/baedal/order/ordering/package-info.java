/**
 * The domain of orders: how they are placed, cancelled and closed, independent of any technology.
 */
@NullMarked
package io.baedal.order.ordering;

import org.jspecify.annotations.NullMarked;
