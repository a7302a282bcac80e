/** The HTTP contract of the servlet services, as Spring Boot auto-configuration. */
@NullMarked
package io.baedal.web;

import org.jspecify.annotations.NullMarked;
