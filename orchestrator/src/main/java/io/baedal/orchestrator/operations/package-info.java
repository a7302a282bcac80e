/**
 * What operators can do besides the engine's own applications, one package for each operation. Uses
 * the saga through its interfaces; the saga does not depend on it.
 */
@NullMarked
package io.baedal.orchestrator.operations;

import org.jspecify.annotations.NullMarked;
