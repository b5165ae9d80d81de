# docker build -t sopan .
# docker run -e SOPAN_URL=https://sopan.example.org -v sopan:/data -p 127.0.0.1:8080:8080 sopan

FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /build
COPY . .
# the profile "checks" holds what only tests and checkers need
RUN mvn -B -P-checks -Dmaven.test.skip=true package

FROM eclipse-temurin:17-jre
# certificates are shaped and drawn with the JDK's fonts; curl serves the health check
RUN apt-get update \
    && apt-get install --no-install-recommends -y curl fontconfig libfreetype6 \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --no-create-home --shell /usr/sbin/nologin sopan \
    && install -d -o sopan -g sopan -m 700 /data
COPY --from=build /build/target/sopan.jar /opt/sopan/sopan.jar
COPY --from=build /build/courses /opt/sopan/courses
ENV SOPAN_ADDRESS=0.0.0.0 SOPAN_DATA=/data
USER sopan
WORKDIR /data
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
    CMD curl -fsS http://127.0.0.1:8080/health/ready || exit 1
ENTRYPOINT ["java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xms64m", "-Xmx192m", "-Xss512k", "-jar", "/opt/sopan/sopan.jar"]
