/** Payments over HTTP. */
@NullMarked
package io.baedal.payment.charge.web;

import org.jspecify.annotations.NullMarked;
