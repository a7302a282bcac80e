/**
 * The output of a run: figures, a readable page, and all that is known of each order with a
 * violation.
 */
@NullMarked
package io.baedal.bench.report;

import org.jspecify.annotations.NullMarked;
