/** How the embedded engine is set up and guarded. */
@NullMarked
package io.baedal.orchestrator.engine;

import org.jspecify.annotations.NullMarked;
