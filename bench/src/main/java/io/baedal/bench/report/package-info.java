/** What is left of a run: figures, a page to read, and the story of every order that went wrong. */
@NullMarked
package io.baedal.bench.report;

import org.jspecify.annotations.NullMarked;
