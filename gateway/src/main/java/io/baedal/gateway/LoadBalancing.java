package io.baedal.gateway;

import org.springframework.cloud.loadbalancer.annotation.LoadBalancerClients;
import org.springframework.context.annotation.Configuration;

/** Spreads the load of each service over its {@link Instances}, in turn. */
@Configuration(proxyBeanMethods = false)
@LoadBalancerClients(defaultConfiguration = Instances.class)
class LoadBalancing {}
