/** Keeps a service in UTC, and detects that the machine's clock is set back. */
@NullMarked
package io.baedal.messaging.clock;

import org.jspecify.annotations.NullMarked;
