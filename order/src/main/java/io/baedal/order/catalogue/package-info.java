/** The catalogue: the menus of the stores. */
@NullMarked
package io.baedal.order.catalogue;

import org.jspecify.annotations.NullMarked;
