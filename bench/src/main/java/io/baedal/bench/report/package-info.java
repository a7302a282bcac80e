/** The output of a run: figures, a readable page, and the story of every order that went wrong. */
@NullMarked
package io.baedal.bench.report;

import org.jspecify.annotations.NullMarked;
