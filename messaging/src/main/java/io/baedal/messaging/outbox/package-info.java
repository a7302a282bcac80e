/** Publishes events exactly if their change is committed, in order per order id. */
@NullMarked
package io.baedal.messaging.outbox;

import org.jspecify.annotations.NullMarked;
