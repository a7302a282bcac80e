/** Work in PostgreSQL. */
@NullMarked
package io.baedal.delivery.work.jpa;

import org.jspecify.annotations.NullMarked;
