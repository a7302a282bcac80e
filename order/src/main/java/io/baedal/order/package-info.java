/** The order service: menus of stores, orders of customers, and their requests to cancel. */
@NullMarked
package io.baedal.order;

import org.jspecify.annotations.NullMarked;
