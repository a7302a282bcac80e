/** The workers over HTTP: Feign behind circuit breakers, bulkheads and timeouts. */
@NullMarked
package io.baedal.orchestrator.saga.feign;

import org.jspecify.annotations.NullMarked;
