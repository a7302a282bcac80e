/** Orders on versions of the process, and how they come from one to another. */
@NullMarked
package io.baedal.orchestrator.migration;

import org.jspecify.annotations.NullMarked;
