/** Spring Boot auto-configuration of the outbox and the inbox. */
@NullMarked
package io.baedal.messaging;

import org.jspecify.annotations.NullMarked;
