/** The steps of the process model, as the engine calls them. */
@NullMarked
package io.baedal.orchestrator.fulfillment;

import org.jspecify.annotations.NullMarked;
