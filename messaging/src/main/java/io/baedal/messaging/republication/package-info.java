/** Rebuilds events that Kafka has lost from a service's own database. */
@NullMarked
package io.baedal.messaging.republication;

import org.jspecify.annotations.NullMarked;
