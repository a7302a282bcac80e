package io.baedal.bench.fuzz;

import io.baedal.web.test.PublishedApi;
import java.net.URI;
import java.util.Map;

/**
 * A part that is asked.
 *
 * @param name how it is called in findings
 * @param headers what most requests have, such as a login
 */
public record Target(String name, URI address, PublishedApi api, Map<String, String> headers) {}
