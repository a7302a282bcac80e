/** The commands that run the system under load, inject faults, measure it, and check the result. */
@NullMarked
package io.baedal.bench;

import org.jspecify.annotations.NullMarked;
