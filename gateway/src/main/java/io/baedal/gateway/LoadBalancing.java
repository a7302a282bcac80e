package io.baedal.gateway;

import org.springframework.cloud.loadbalancer.annotation.LoadBalancerClients;
import org.springframework.context.annotation.Configuration;

/** Balances the calls to each service over its {@link Instances}, round-robin. */
@Configuration(proxyBeanMethods = false)
@LoadBalancerClients(defaultConfiguration = Instances.class)
class LoadBalancing {}
