/** How orders stand at stores and couriers, in short: what reconciliation asks. */
@NullMarked
package io.baedal.delivery.state;

import org.jspecify.annotations.NullMarked;
