/** Why a step of a store or courier is refused. */
@NullMarked
package io.baedal.delivery.refusal;

import org.jspecify.annotations.NullMarked;
