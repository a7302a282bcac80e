/** The events that the services exchange, and their names on the wire. */
@NullMarked
package io.baedal.messaging.event;

import org.jspecify.annotations.NullMarked;
