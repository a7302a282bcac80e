/** Orders that are stuck because a step keeps failing: listed, retried, settled by hand. */
@NullMarked
package io.baedal.orchestrator.operations.stuck;

import org.jspecify.annotations.NullMarked;
