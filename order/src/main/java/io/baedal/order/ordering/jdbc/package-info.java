/** Statements on single columns or several rows, which have no entity. */
@NullMarked
package io.baedal.order.ordering.jdbc;

import org.jspecify.annotations.NullMarked;
