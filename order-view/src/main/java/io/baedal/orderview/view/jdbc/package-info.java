/** Order views in PostgreSQL. */
@NullMarked
package io.baedal.orderview.view.jdbc;

import org.jspecify.annotations.NullMarked;
