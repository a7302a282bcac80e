/** States of orders from the tables of both features. */
@NullMarked
package io.baedal.delivery.state.jdbc;

import org.jspecify.annotations.NullMarked;
