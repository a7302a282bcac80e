/** The catalogue: the menus of the stores, and the prices of orders by them. */
@NullMarked
package io.baedal.order.catalogue;

import org.jspecify.annotations.NullMarked;
