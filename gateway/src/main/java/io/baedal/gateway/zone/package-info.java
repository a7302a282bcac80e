/** The time zone of the gateway. */
@NullMarked
package io.baedal.gateway.zone;

import org.jspecify.annotations.NullMarked;
