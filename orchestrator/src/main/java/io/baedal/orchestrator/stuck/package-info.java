/** Orders that stand still because a step fails again and again: seen, tried again, settled. */
@NullMarked
package io.baedal.orchestrator.stuck;

import org.jspecify.annotations.NullMarked;
