/** The commands that drive the whole system, inject faults, and check the result. */
@NullMarked
package io.baedal.bench;

import org.jspecify.annotations.NullMarked;
