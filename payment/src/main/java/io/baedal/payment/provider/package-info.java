/** What the service asks of whoever moves the money. */
@NullMarked
package io.baedal.payment.provider;

import org.jspecify.annotations.NullMarked;
