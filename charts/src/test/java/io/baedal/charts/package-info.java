/**
 * The Helm chart, rendered by a real Helm and checked against Kubernetes and against the services.
 */
@NullMarked
package io.baedal.charts;

import org.jspecify.annotations.NullMarked;
