/** Consumes the events from Kafka. */
@NullMarked
package io.baedal.orderview.view.kafka;

import org.jspecify.annotations.NullMarked;
