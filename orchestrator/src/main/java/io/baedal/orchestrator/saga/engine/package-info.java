/**
 * The embedded engine: how it is set up, which versions of the process it runs, how its jobs are
 * found.
 */
@NullMarked
package io.baedal.orchestrator.saga.engine;

import org.jspecify.annotations.NullMarked;
