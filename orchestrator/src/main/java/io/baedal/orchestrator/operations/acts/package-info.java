/** What operators did to orders, who, when and why. */
@NullMarked
package io.baedal.orchestrator.operations.acts;

import org.jspecify.annotations.NullMarked;
