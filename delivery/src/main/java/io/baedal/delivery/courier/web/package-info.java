/** Deliveries over HTTP. */
@NullMarked
package io.baedal.delivery.courier.web;

import org.jspecify.annotations.NullMarked;
