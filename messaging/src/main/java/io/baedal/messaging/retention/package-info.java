/** Removes what was kept for long enough. */
@NullMarked
package io.baedal.messaging.retention;

import org.jspecify.annotations.NullMarked;
