/** The port to the payment provider. */
@NullMarked
package io.baedal.payment.provider;

import org.jspecify.annotations.NullMarked;
