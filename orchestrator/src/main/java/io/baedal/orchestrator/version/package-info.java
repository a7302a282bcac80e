/** The versions of the process: on which this instance starts orders, and which it runs. */
@NullMarked
package io.baedal.orchestrator.version;

import org.jspecify.annotations.NullMarked;
