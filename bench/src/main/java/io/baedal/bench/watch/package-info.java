/** Watches a running system from outside: its memory and its backlog. */
@NullMarked
package io.baedal.bench.watch;

import org.jspecify.annotations.NullMarked;
