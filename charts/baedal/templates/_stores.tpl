{{- define "baedal.database.url" -}}
{{- $values := .root.Values }}
{{- $host := $values.database.host }}
{{- if $values.postgresql.bundled }}
{{- if $host }}{{ fail "database.host is given and postgresql.bundled is true: choose one of them" }}{{ end }}
{{- $host = include "baedal.name" (dict "root" .root "service" "postgresql") }}
{{- else if not $host }}
{{- fail "database.host is missing: name your PostgreSQL server, or set postgresql.bundled=true for evaluation" }}
{{- end }}
{{- $port := ternary 5432 $values.database.port $values.postgresql.bundled }}
{{- printf "jdbc:postgresql://%s:%v/%s" $host $port .database }}{{ with $values.database.parameters }}?{{ . }}{{ end }}
{{- end }}

{{- define "baedal.kafka.bootstrapServers" -}}
{{- $kafka := .root.Values.kafka }}
{{- if $kafka.bundled }}
{{- if $kafka.bootstrapServers }}{{ fail "kafka.bootstrapServers is given and kafka.bundled is true: choose one of them" }}{{ end }}
{{- include "baedal.name" (dict "root" .root "service" "kafka") }}:9092
{{- else }}
{{- $kafka.bootstrapServers | required "kafka.bootstrapServers is missing: name your brokers, or set kafka.bundled=true for evaluation" }}
{{- end }}
{{- end }}

{{/* Takes root, service. */}}
{{- define "baedal.database.env" -}}
{{- $database := (include "baedal.service.facts" . | fromJson).settings.database }}
SPRING_DATASOURCE_URL: {{ include "baedal.database.url" (dict "root" .root "database" $database.name) | quote }}
SPRING_DATASOURCE_USERNAME: {{ $database.username | quote }}
{{- end }}

{{/* Takes root. */}}
{{- define "baedal.kafka.env" -}}
{{- $kafka := .root.Values.kafka }}
SPRING_KAFKA_BOOTSTRAP_SERVERS: {{ include "baedal.kafka.bootstrapServers" . | quote }}
SPRING_KAFKA_SECURITY_PROTOCOL: {{ $kafka.securityProtocol | quote }}
BAEDAL_MESSAGING_PARTITIONS: {{ $kafka.partitions | quote }}
BAEDAL_MESSAGING_REPLICAS: {{ ternary 1 ($kafka.replicas | default -1) $kafka.bundled | quote }}
{{- range $name, $value := $kafka.properties }}
SPRING_KAFKA_PROPERTIES_{{ $name | upper | replace "." "_" }}: {{ $value | quote }}
{{- end }}
{{- end }}
