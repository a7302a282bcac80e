/** The API of menus over HTTP. */
@NullMarked
package io.baedal.order.catalogue.web;

import org.jspecify.annotations.NullMarked;
