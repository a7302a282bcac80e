/** Lists, retries and settles the failing steps of orders. */
@NullMarked
package io.baedal.orchestrator.operations.stuck;

import org.jspecify.annotations.NullMarked;
