/** Statements on single columns or several rows, without entities. */
@NullMarked
package io.baedal.order.ordering.jdbc;

import org.jspecify.annotations.NullMarked;
