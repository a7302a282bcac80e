/** Payments in PostgreSQL. */
@NullMarked
package io.baedal.payment.charge.jpa;

import org.jspecify.annotations.NullMarked;
