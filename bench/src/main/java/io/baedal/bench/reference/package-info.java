/**
 * The references of the comparison: single commits, one POST that inserts a row, and the bare
 * engine.
 */
@NullMarked
package io.baedal.bench.reference;

import org.jspecify.annotations.NullMarked;
