/** Distinguishes faults of the database from faults of the service. */
@NullMarked
package io.baedal.messaging.database;

import org.jspecify.annotations.NullMarked;
