/** A provider for environments where no money is moved. */
@NullMarked
package io.baedal.payment.provider.simulation;

import org.jspecify.annotations.NullMarked;
