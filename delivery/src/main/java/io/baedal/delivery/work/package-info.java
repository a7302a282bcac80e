/** The common part of store requests and deliveries: work for one order. */
@NullMarked
package io.baedal.delivery.work;

import org.jspecify.annotations.NullMarked;
