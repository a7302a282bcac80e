/** Requests to stores to prepare orders, and their answers. */
@NullMarked
package io.baedal.delivery.store;

import org.jspecify.annotations.NullMarked;
