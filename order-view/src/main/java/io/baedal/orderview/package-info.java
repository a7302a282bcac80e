/** The read model: the state of each order, read from this service's own database only. */
@NullMarked
package io.baedal.orderview;

import org.jspecify.annotations.NullMarked;
