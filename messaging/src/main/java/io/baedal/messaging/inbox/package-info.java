/** Reads events, and makes sure that each has its effect once. */
@NullMarked
package io.baedal.messaging.inbox;

import org.jspecify.annotations.NullMarked;
