/** The events that the services tell each other, and their names on the wire. */
@NullMarked
package io.baedal.messaging.event;

import org.jspecify.annotations.NullMarked;
