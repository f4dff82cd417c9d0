#!/usr/bin/env bash
# project.sh FOLDER METHODS TYPES: writes a Maven project whose handlers have so many methods and types, as a large company's
# would: nested objects, enums, lists, maps, times, decimals and documentation. Type N holds types 2N+1 and 2N+2.
set -euo pipefail
folder="$1" methods="$2" types="$3"
sources="$folder/src/main/java/bench"
rm -rf "$folder"
mkdir -p "$sources"

cat >"$folder/pom.xml" <<POM
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>bench</groupId>
  <artifactId>bench-$methods-$types</artifactId>
  <version>1</version>
  <properties>
    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
    <maven.compiler.release>17</maven.compiler.release>
  </properties>
  <dependencies>
    <dependency>
      <groupId>io.github.centrifugorpc</groupId>
      <artifactId>centrifugo-rpc-api</artifactId>
      <version>0.1.0-SNAPSHOT</version>
    </dependency>
  </dependencies>
  <build>
    <plugins>
      <plugin>
        <artifactId>maven-resources-plugin</artifactId>
        <version>3.5.0</version>
      </plugin>
      <plugin>
        <!-- The SDKs come of the sources. -->
        <artifactId>maven-compiler-plugin</artifactId>
        <version>3.16.0</version>
        <configuration><skipMain>true</skipMain></configuration>
      </plugin>
      <plugin>
        <groupId>io.github.centrifugorpc</groupId>
        <artifactId>centrifugo-maven-plugin</artifactId>
        <version>0.1.0-SNAPSHOT</version>
        <executions><execution><goals><goal>generate</goal></goals></execution></executions>
        <configuration>
          <python><packageName>bench_sdk</packageName></python>
          <go><modulePath>example.com/bench</modulePath></go>
        </configuration>
      </plugin>
    </plugins>
  </build>
</project>
POM

awk -v methods="$methods" -v types="$types" -v sources="$sources" '
# Only what holds no other type may be an enum: each type is held by another one.
function isEnum(type) { return type % 10 == 9 && 2 * type + 1 >= types }
function child(number) { return number < types ? ", Optional<Model" number "> part" number : "" }
BEGIN {
    imports = "import java.math.BigDecimal;\nimport java.time.Instant;\nimport java.util.List;\nimport java.util.Map;\nimport java.util.Optional;\n"
    for (type = 0; type < types; type++) {
        file = sources "/Model" type ".java"
        printf "package bench;\n\n%s\n", imports >file
        if (isEnum(type)) {
            printf "/** How far number %d is. */\npublic enum Model%d { OPEN, STARTED, DONE, LATE }\n", type, type >file
        } else {
            printf "/**\n * What is known of number %d.\n *\n * @param title what people call it\n */\n", type >file
            printf "public record Model%d(int id, String title, Optional<Instant> at, BigDecimal price, List<String> tags, Map<String, Long> counts%s%s) {}\n",
                type, child(2 * type + 1), child(2 * type + 2) >file
        }
        close(file)
    }
    file = sources "/Handlers.java"
    printf "package bench;\n\nimport io.github.centrifugorpc.WebsocketRpc;\n\npublic final class Handlers {\n" >file
    for (method = 0; method < methods; method++) {
        params = method % types
        params -= isEnum(params)
        printf "\n    /** Does what number %d asks for. */\n    @WebsocketRpc(\"area%d.method%d\")\n", method, method % 40, method >file
        printf "    public Model%d method%d(Model%d params) {\n        throw new IllegalStateException();\n    }\n",
            (method * 7) % types, method, params >file
    }
    print "}" >file
}'
