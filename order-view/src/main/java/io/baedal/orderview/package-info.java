/** The read model: the state of each order, read only from this service's database. */
@NullMarked
package io.baedal.orderview;

import org.jspecify.annotations.NullMarked;
