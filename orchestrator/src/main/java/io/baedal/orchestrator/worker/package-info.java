/** The workers over HTTP: Feign behind a circuit breaker, a bulkhead and timeouts each. */
@NullMarked
package io.baedal.orchestrator.worker;

import org.jspecify.annotations.NullMarked;
