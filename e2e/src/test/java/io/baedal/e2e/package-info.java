/** Black-box tests of the system. */
@NullMarked
package io.baedal.e2e;

import org.jspecify.annotations.NullMarked;
