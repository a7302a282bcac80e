/** Describes APIs from what requests are read into and answers are written from. */
@NullMarked
package io.baedal.web.openapi;

import org.jspecify.annotations.NullMarked;
