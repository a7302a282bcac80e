/** What couriers are asked to deliver, and how far they are. */
@NullMarked
package io.baedal.delivery.courier;

import org.jspecify.annotations.NullMarked;
