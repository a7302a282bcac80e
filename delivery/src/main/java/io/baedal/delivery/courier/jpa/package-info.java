/** Deliveries in PostgreSQL. */
@NullMarked
package io.baedal.delivery.courier.jpa;

import org.jspecify.annotations.NullMarked;
