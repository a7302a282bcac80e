/** The commands that drive the whole system, hurt it, and check what is left. */
@NullMarked
package io.baedal.bench;

import org.jspecify.annotations.NullMarked;
