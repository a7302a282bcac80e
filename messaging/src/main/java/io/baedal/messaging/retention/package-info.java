/** Removes rows whose retention has passed. */
@NullMarked
package io.baedal.messaging.retention;

import org.jspecify.annotations.NullMarked;
