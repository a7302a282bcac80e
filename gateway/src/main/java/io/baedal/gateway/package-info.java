/** The single entry point: exposed paths, limits, and answers to failures. */
@NullMarked
package io.baedal.gateway;

import org.jspecify.annotations.NullMarked;
