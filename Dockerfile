# One file for all services, one image each:
#
#   docker build --build-arg SERVICE=order -t baedal/order:local .
#
# Build arguments: SERVICE, and BUILD_IMAGE and RUNTIME_IMAGE to build from mirrors. The runtime image needs glibc and
# bash, the build image a JDK 17 with jlink.
ARG BUILD_IMAGE=eclipse-temurin:17.0.20_8-jdk
ARG RUNTIME_IMAGE=debian:bookworm-20260824-slim

# runs once, because the result is the same for all services and platforms
FROM --platform=$BUILDPLATFORM ${BUILD_IMAGE} AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.m2 \
    ./mvnw --batch-mode --no-transfer-progress package -DskipTests \
      --projects order,payment,delivery,orchestrator,order-view,gateway,identity --also-make

# two thirds of the size of a full JRE; jcmd is for thread and heap dumps. Without the JDK's class archive, which would
# save 0.1 s of each start, but differs in each build.
FROM ${BUILD_IMAGE} AS java
RUN jlink --output /java --no-header-files --no-man-pages --add-modules \
      java.se,jdk.crypto.ec,jdk.jcmd,jdk.jfr,jdk.localedata,jdk.management,jdk.naming.dns,jdk.net,jdk.unsupported,jdk.zipfs \
      --include-locales=en,ko \
 && find /java -exec touch --no-dereference --date=2026-01-01T00:00:00Z {} +

FROM build AS service
ARG SERVICE
# /app/java-arguments has the class path, in the order of the manifest, and the main class. With "java -jar" Tomcat does
# not find the web pages inside the libraries, and Cockpit is empty.
RUN java -Djarmode=tools -jar ${SERVICE}/target/${SERVICE}.jar extract --layers --destination /layers \
 && cd /layers/application && jar xf ${SERVICE}.jar META-INF && mv META-INF/sbom . \
 && tr -d '\r' < META-INF/MANIFEST.MF | sed -e ':all' -e 'N' -e '$!b all' -e 's/\n //g' > /tmp/manifest \
 && libraries=$(sed -n 's/^Class-Path: //p' /tmp/manifest | sed 's/ /:/g; s,lib/,/app/lib/,g') \
 && main=$(sed -n 's/^Main-Class: //p' /tmp/manifest) \
 && echo "-cp /app/${SERVICE}.jar:${libraries} ${main}" > java-arguments \
 && sed -n '0,/^  port: /s/^  port: //p' /src/${SERVICE}/src/main/resources/application.yaml > port \
 && test -n "${main}" && test -s port && rm -r META-INF \
 && find /layers -exec touch --no-dereference --date=2026-01-01T00:00:00Z {} +

FROM ${RUNTIME_IMAGE}
# the heap is a share of the container's memory limit; JDK_JAVA_OPTIONS adds to these options or overrides them
ENV PATH=/opt/java/bin:${PATH} \
    JAVA_TOOL_OPTIONS="-XX:InitialRAMPercentage=25 -XX:MaxRAMPercentage=60 -XX:NewRatio=1 -XX:-UsePerfData -XX:+ExitOnOutOfMemoryError"
# the layers that change least come first
COPY --from=java /java /opt/java
ARG SERVICE
LABEL org.opencontainers.image.title="baedal-${SERVICE}" \
      org.opencontainers.image.description="Baedal, a food-order workflow service: ${SERVICE}"
COPY --from=service /layers/dependencies/ /layers/snapshot-dependencies/ /app/
COPY --from=service /layers/application/ /app/
WORKDIR /tmp
USER 10001:10001
HEALTHCHECK --interval=5s --timeout=4s --start-period=300s --retries=6 CMD ["bash", "-c", \
  "exec 3<>/dev/tcp/127.0.0.1/${MANAGEMENT_SERVER_PORT:-1${SERVER_PORT:-$(</app/port)}} && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\n\\r\\n' >&3 && read -r _ status _ <&3 && test \"$status\" = 200"]
# without a shell, so that the JVM receives SIGTERM and stops gracefully
ENTRYPOINT ["java", "@/app/java-arguments"]
