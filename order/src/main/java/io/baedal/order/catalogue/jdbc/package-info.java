/** Menus in PostgreSQL. */
@NullMarked
package io.baedal.order.catalogue.jdbc;

import org.jspecify.annotations.NullMarked;
