/** Maps each failure in a servlet service to a problem. */
@NullMarked
package io.baedal.web.problem.servlet;

import org.jspecify.annotations.NullMarked;
