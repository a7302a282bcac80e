/** Simulated stores, for environments without real ones. */
@NullMarked
package io.baedal.delivery.store.simulation;

import org.jspecify.annotations.NullMarked;
