/** The commands for a running system: order, watch, replay, compare, migrate. */
@NullMarked
package io.baedal.local.command;

import org.jspecify.annotations.NullMarked;
