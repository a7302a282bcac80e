/** Describes APIs from the types of requests and responses. */
@NullMarked
package io.baedal.web.openapi;

import org.jspecify.annotations.NullMarked;
