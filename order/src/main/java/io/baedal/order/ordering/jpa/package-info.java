/** Orders and idempotency keys in PostgreSQL. */
@NullMarked
package io.baedal.order.ordering.jpa;

import org.jspecify.annotations.NullMarked;
