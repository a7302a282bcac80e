/** Versions of the process, and the migration of orders between them. */
@NullMarked
package io.baedal.orchestrator.operations.migration;

import org.jspecify.annotations.NullMarked;
