/** Reads events, and ensures that each takes effect once. */
@NullMarked
package io.baedal.messaging.inbox;

import org.jspecify.annotations.NullMarked;
