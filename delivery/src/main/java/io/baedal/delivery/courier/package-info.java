/** Requests to couriers to deliver orders, and their progress. */
@NullMarked
package io.baedal.delivery.courier;

import org.jspecify.annotations.NullMarked;
