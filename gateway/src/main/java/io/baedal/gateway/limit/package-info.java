/** How many requests a client and an address may send. */
@NullMarked
package io.baedal.gateway.limit;

import org.jspecify.annotations.NullMarked;
