/** Watches a running system from outside: its memory, and what it has to do. */
@NullMarked
package io.baedal.bench.watch;

import org.jspecify.annotations.NullMarked;
