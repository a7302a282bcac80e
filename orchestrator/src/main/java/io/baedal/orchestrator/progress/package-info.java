/** Where each order stands, and the events that tell of it. */
@NullMarked
package io.baedal.orchestrator.progress;

import org.jspecify.annotations.NullMarked;
