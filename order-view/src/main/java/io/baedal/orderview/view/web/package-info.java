/** Order views over HTTP. */
@NullMarked
package io.baedal.orderview.view.web;

import org.jspecify.annotations.NullMarked;
