package io.baedal.web.request;

import jakarta.validation.Validator;
import java.util.List;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Configures how Spring MVC reads requests. */
@Configuration(proxyBeanMethods = false)
public class RequestConfiguration implements WebMvcConfigurer {

  static {
    // OperationRules describes them
    SpringDocUtils.getConfig()
        .addAnnotationsToIgnore(Query.class, OrderPath.class, PathId.class, PathName.class);
  }

  private final RecordReader reader;
  private final ObjectProvider<OrderNumbers> numbers;

  RequestConfiguration(
      Validator validator,
      ObjectProvider<OrderNumbers> numbers,
      ObjectProvider<RecordCheck<?>> checks) {
    this.reader = new RecordReader(validator, checks.stream().toList());
    this.numbers = numbers;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new RequestRules());
  }

  @Override
  public void configureContentNegotiation(ContentNegotiationConfigurer negotiation) {
    negotiation.strategies(List.of(RequestRules::accepted));
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new QueryResolver(reader));
    resolvers.add(new PathIdResolver(numbers::getIfAvailable));
    resolvers.add(new PathNameResolver());
  }

  @Override
  public void extendMessageConverters(List<HttpMessageConverter<?>> converters) {
    converters.add(0, new JsonRecordConverter(reader));
  }
}
