/** Who may use the engine's applications and its REST API, and which requests are refused. */
@NullMarked
package io.baedal.orchestrator.operations.access;

import org.jspecify.annotations.NullMarked;
