/** Publishes events exactly when the change they tell of is committed, in order per order id. */
@NullMarked
package io.baedal.messaging.outbox;

import org.jspecify.annotations.NullMarked;
