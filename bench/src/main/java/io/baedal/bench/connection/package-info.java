/** Connections to a running system: its databases and its topics. */
@NullMarked
package io.baedal.bench.connection;

import org.jspecify.annotations.NullMarked;
