/** The order API over HTTP. */
@NullMarked
package io.baedal.order.ordering.web;

import org.jspecify.annotations.NullMarked;
