/** The workers over HTTP: Feign behind circuit breakers, bulkheads and timeouts. */
@NullMarked
package io.baedal.orchestrator.worker;

import org.jspecify.annotations.NullMarked;
