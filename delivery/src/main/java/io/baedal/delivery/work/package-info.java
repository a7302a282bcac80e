/** What stores and couriers have in common: one piece of work for each order. */
@NullMarked
package io.baedal.delivery.work;

import org.jspecify.annotations.NullMarked;
