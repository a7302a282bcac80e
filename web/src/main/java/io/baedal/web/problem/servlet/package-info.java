/** Turns every failure in a servlet service into a problem. */
@NullMarked
package io.baedal.web.problem.servlet;

import org.jspecify.annotations.NullMarked;
