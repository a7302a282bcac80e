/** What stores are asked to prepare, and what they answer. */
@NullMarked
package io.baedal.delivery.store;

import org.jspecify.annotations.NullMarked;
