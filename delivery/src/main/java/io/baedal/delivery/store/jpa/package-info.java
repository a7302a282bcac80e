/** Store requests in PostgreSQL. */
@NullMarked
package io.baedal.delivery.store.jpa;

import org.jspecify.annotations.NullMarked;
