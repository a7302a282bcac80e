package io.baedal.orchestrator.engine;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which names the service answers to.
 *
 * @param hosts names beside addresses and names without a dot; {@code *.example.com} stands for all
 *     below
 */
@ConfigurationProperties("baedal.web")
record HostNames(@DefaultValue List<String> hosts) {}
