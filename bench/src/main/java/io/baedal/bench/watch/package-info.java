/** Measures a running system from outside: CPU time, memory, database use and backlog. */
@NullMarked
package io.baedal.bench.watch;

import org.jspecify.annotations.NullMarked;
