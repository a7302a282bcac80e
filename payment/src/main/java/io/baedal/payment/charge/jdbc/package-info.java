/** Statements on single columns or several rows, without entities. */
@NullMarked
package io.baedal.payment.charge.jdbc;

import org.jspecify.annotations.NullMarked;
