package io.baedal.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import io.baedal.gateway.login.ApiPaths;
import io.baedal.gateway.login.TokenOfSession;
import io.baedal.web.problem.Problem;
import io.baedal.web.problem.ProblemException;
import io.baedal.web.problem.ProblemType;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.GatewayFilterSpec;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/** Routes each exposed path to an instance of its service, through that service's breaker. */
@Configuration(proxyBeanMethods = false)
class RouteConfiguration {

  /** The metadata key of a route's {@link Service}. */
  static final String SERVICE = "service";

  private static final String CSRF_TOKEN = "X-XSRF-TOKEN";

  /**
   * Characters and segments that no exposed path contains: {@code ..}, {@code ;}, empty or
   * percent-encoded segments. With these, a service could interpret the path differently than the
   * gateway.
   */
  private static final Pattern NOT_PLAIN = Pattern.compile("[^\\w./-]|/(?![\\w-])");

  @Bean
  ApiPaths apiPaths() {
    return path -> !ExposedPath.methodsOf(path).isEmpty();
  }

  @Bean
  RouteLocator routes(
      RouteLocatorBuilder builder,
      GatewayProperties properties,
      InFlight inFlight,
      TokenOfSession tokens) {
    RouteLocatorBuilder.Builder routes = builder.routes();
    for (ExposedPath path : ExposedPath.ALL) {
      routes.route(
          path.id(),
          route ->
              route
                  .path(path.pattern())
                  .and()
                  .predicate(RouteConfiguration::hasPlainPath)
                  .filters(
                      filters ->
                          guarded(
                              filters
                                  .filter(onlyMethods(path.methods()))
                                  .filter(RouteConfiguration::onlyJson)
                                  .filter(
                                      (exchange, chain) ->
                                          tokens.relay(exchange).flatMap(chain::filter))
                                  .filter(new RepeatableBody())
                                  .filter(limited(path.service(), inFlight)),
                              path.service(),
                              properties))
                  .metadata(SERVICE, path.service())
                  .uri(path.service().anyInstance()));
    }
    for (Service service : Service.values()) {
      routes.route(
          "openapi-" + service.id(),
          route ->
              route
                  .path(service.openApiPath())
                  .filters(
                      filters ->
                          guarded(
                                  filters
                                      .filter(onlyMethods(Set.of(HttpMethod.GET)))
                                      .filter(limited(service, inFlight)),
                                  service,
                                  properties)
                              .setPath("/v3/api-docs")
                              .modifyResponseBody(
                                  JsonNode.class,
                                  JsonNode.class,
                                  (exchange, document) ->
                                      Mono.justOrEmpty(PublishedApi.of(service, document))))
                  .metadata(SERVICE, service)
                  .uri(service.anyInstance()));
    }
    return routes.build();
  }

  /**
   * The breaker is outside the retry, so that a call that another instance answers is no failure.
   */
  private static GatewayFilterSpec guarded(
      GatewayFilterSpec filters, Service service, GatewayProperties properties) {
    boolean several = service.urls(properties.routes()).size() > 1;
    return filters
        // RFC 9110, section 7.6.3; a service in a local run trusts calls that nobody forwarded
        .addRequestHeader(HttpHeaders.VIA, "1.1 gateway")
        // checked by the gateway; a service would compare them with its own address
        .removeRequestHeader(HttpHeaders.ORIGIN)
        .removeRequestHeader(CrossSite.FETCH_SITE)
        // a service takes only tokens
        .removeRequestHeader(HttpHeaders.COOKIE)
        .removeRequestHeader(CSRF_TOKEN)
        .circuitBreaker(breaker -> breaker.setName(service.id()))
        .filter(new RetryOnce(several));
  }

  /** Outside the breaker, so that a refusal is no failure of the service. */
  private static GatewayFilter limited(Service service, InFlight inFlight) {
    return (exchange, chain) ->
        Mono.using(
            () -> inFlight.request(service), permit -> chain.filter(exchange), Disposable::dispose);
  }

  private static boolean hasPlainPath(ServerWebExchange exchange) {
    return !NOT_PLAIN.matcher(exchange.getRequest().getURI().getRawPath()).find();
  }

  /** A form of any page can send bodies of other types without a preflight. */
  private static Mono<Void> onlyJson(ServerWebExchange exchange, GatewayFilterChain chain) {
    HttpHeaders headers = exchange.getRequest().getHeaders();
    boolean hasBody = headers.getContentLength() > 0;
    List<String> types = headers.getOrEmpty(HttpHeaders.CONTENT_TYPE);
    return !hasBody || (types.size() == 1 && isJson(types.get(0)))
        ? chain.filter(exchange)
        : Mono.error(
            new ProblemException(
                Problem.of(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE, "A body must be application/json.")));
  }

  private static boolean isJson(String type) {
    try {
      return MimeTypeUtils.parseMimeType(type).equalsTypeAndSubtype(MimeTypeUtils.APPLICATION_JSON);
    } catch (InvalidMimeTypeException malformed) {
      return false;
    }
  }

  /** A filter, not a predicate, since an unsupported method of a known path is 405, not 404. */
  private static GatewayFilter onlyMethods(Set<HttpMethod> methods) {
    return (exchange, chain) -> {
      HttpMethod method = exchange.getRequest().getMethod();
      return methods.contains(method)
          ? chain.filter(exchange)
          : Mono.error(new MethodNotAllowedException(method, methods));
    };
  }
}
