/** Real components for the tests of all services. */
@NullMarked
package io.baedal.messaging.test;

import org.jspecify.annotations.NullMarked;
