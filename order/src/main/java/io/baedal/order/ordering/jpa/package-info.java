/** Orders in PostgreSQL, with entities. */
@NullMarked
package io.baedal.order.ordering.jpa;

import org.jspecify.annotations.NullMarked;
