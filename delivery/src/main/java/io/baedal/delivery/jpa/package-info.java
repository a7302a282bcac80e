/** Query conditions and retention of both features. */
@NullMarked
package io.baedal.delivery.jpa;

import org.jspecify.annotations.NullMarked;
