package io.baedal.bench.fuzz;

import io.baedal.web.test.PublishedApi;
import java.net.URI;
import java.util.Map;

/**
 * A part that receives requests.
 *
 * @param name its name in findings
 * @param headers the headers of most requests, such as a login
 */
public record Target(String name, URI address, PublishedApi api, Map<String, String> headers) {}
