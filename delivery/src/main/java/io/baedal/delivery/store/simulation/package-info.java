/** Stores that answer by themselves, where there are no real ones. */
@NullMarked
package io.baedal.delivery.store.simulation;

import org.jspecify.annotations.NullMarked;
