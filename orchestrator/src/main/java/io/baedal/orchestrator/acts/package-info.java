/** What operators did to orders, who, when and why. */
@NullMarked
package io.baedal.orchestrator.acts;

import org.jspecify.annotations.NullMarked;
