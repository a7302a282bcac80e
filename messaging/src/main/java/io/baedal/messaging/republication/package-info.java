/** Makes events that Kafka has lost again, from what a service's own database says happened. */
@NullMarked
package io.baedal.messaging.republication;

import org.jspecify.annotations.NullMarked;
