/** Tells faults of the database from faults of ours. */
@NullMarked
package io.baedal.messaging.database;

import org.jspecify.annotations.NullMarked;
