/** Order views over REST. */
@NullMarked
package io.baedal.orderview.view.web;

import org.jspecify.annotations.NullMarked;
