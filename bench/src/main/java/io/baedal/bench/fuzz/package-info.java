/** Requests over real sockets that are right, nearly right or quite wrong, and what is answered. */
@NullMarked
package io.baedal.bench.fuzz;

import org.jspecify.annotations.NullMarked;
