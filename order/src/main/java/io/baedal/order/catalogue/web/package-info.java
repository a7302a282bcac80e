/** Menus as JSON: over HTTP, and in the import file. */
@NullMarked
package io.baedal.order.catalogue.web;

import org.jspecify.annotations.NullMarked;
