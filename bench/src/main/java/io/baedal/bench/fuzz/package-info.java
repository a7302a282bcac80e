/** Sends valid, nearly valid and invalid requests over real sockets, and checks the answers. */
@NullMarked
package io.baedal.bench.fuzz;

import org.jspecify.annotations.NullMarked;
