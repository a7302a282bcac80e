/** Reads the books of every service and reports where they break a promise of the system. */
@NullMarked
package io.baedal.bench.check;

import org.jspecify.annotations.NullMarked;
