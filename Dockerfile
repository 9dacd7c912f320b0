# syntax=docker/dockerfile:1
# The portal as a layered image: what changes rarely lies below what changes often.
# Built from the source tree alone: docker build -t sosedi .

FROM eclipse-temurin:25-jdk AS build
WORKDIR /work
COPY .mvn .mvn
COPY mvnw pom.xml ./
COPY src src
RUN --mount=type=cache,target=/root/.m2 ./mvnw --batch-mode --no-transfer-progress -DskipTests package \
 && java -Djarmode=tools -jar target/sosedi-*.jar extract --layers --launcher --destination target/layers

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --home-dir /portal --shell /usr/sbin/nologin portal
WORKDIR /portal
COPY --from=build /work/target/layers/dependencies/ ./
COPY --from=build /work/target/layers/spring-boot-loader/ ./
COPY --from=build /work/target/layers/snapshot-dependencies/ ./
COPY --from=build /work/target/layers/application/ ./
USER 10001
EXPOSE 8080
ENV SPRING_PROFILES_ACTIVE=prod JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=75 -Dfile.encoding=UTF-8"
# the image has no curl, but bash can speak TCP
HEALTHCHECK --interval=30s --timeout=10s --start-period=120s --retries=3 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200'"]
ENTRYPOINT ["java", "org.springframework.boot.loader.launch.JarLauncher"]
