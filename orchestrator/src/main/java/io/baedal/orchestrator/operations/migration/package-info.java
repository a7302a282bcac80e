/** Orders on versions of the process, and how they are migrated. */
@NullMarked
package io.baedal.orchestrator.operations.migration;

import org.jspecify.annotations.NullMarked;
