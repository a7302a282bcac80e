/** The time zone that the gateway runs in. */
@NullMarked
package io.baedal.gateway.zone;

import org.jspecify.annotations.NullMarked;
