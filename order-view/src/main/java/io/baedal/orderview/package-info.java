/** The read model: where each order stands, answered from this service's own database alone. */
@NullMarked
package io.baedal.orderview;

import org.jspecify.annotations.NullMarked;
