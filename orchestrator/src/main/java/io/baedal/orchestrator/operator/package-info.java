/** What operators can ask for beside the engine's own applications. */
@NullMarked
package io.baedal.orchestrator.operator;

import org.jspecify.annotations.NullMarked;
