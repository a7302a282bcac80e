{{/*
The NetworkPolicy of a service. Takes root, service, from and to (components of this release), and peers (callers outside
the release). Database, Kafka, Prometheus and DNS are added here.
*/}}
{{- define "baedal.networkPolicy" -}}
{{- if .root.Values.networkPolicy.enabled }}
{{- $facts := include "baedal.service.facts" . | fromJson }}
{{- $prometheus := .root.Values.networkPolicy.prometheusFrom | default list }}
{{- $from := .peers | default list }}
{{- range .from }}
{{- $from = append $from (include "baedal.peer" (dict "root" $.root "service" .) | fromYaml) }}
{{- end -}}
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  {{- include "baedal.metadata" . | nindent 2 }}
spec:
  podSelector:
    matchLabels:
      {{- include "baedal.selectorLabels" . | nindent 6 }}
  policyTypes: [Ingress, Egress]
  {{- $ingress := include "baedal.rule" (dict "peers" $from "direction" "from" "ports" (list $facts.port)) }}
  {{- $ingress = printf "%s\n%s" $ingress (include "baedal.rule" (dict "peers" $prometheus "direction" "from" "ports" (list $facts.management))) }}
  {{- with $ingress | trim }}
  ingress:
    {{- . | nindent 4 }}
  {{- end }}
  {{- with include "baedal.egress" . | trim }}
  egress:
    {{- . | nindent 4 }}
  {{- end }}
{{- end }}
{{- end }}

{{- define "baedal.egress" -}}
{{- $facts := include "baedal.service.facts" . | fromJson }}
{{- range .to }}
{{ include "baedal.egress.service" (dict "root" $.root "service" .) }}
{{- end }}
{{- if $facts.database }}
{{ include "baedal.egress.database" . }}
{{- end }}
{{- if $facts.kafka }}
{{ include "baedal.egress.kafka" . }}
{{- end }}
{{- if $facts.tokens }}
{{- $urls := list (include "baedal.access.keys" .) }}
{{- if $facts.settings.client }}
{{- $urls = append $urls (include "baedal.access.tokenUri" .) }}
{{- end }}
{{ include "baedal.egress.access" (dict "root" .root "urls" $urls) }}
{{- end }}
{{ include "baedal.egress.dns" . }}
{{- with $facts.settings.networkPolicy.extraEgress }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{/* One rule; nothing without peers, because Kubernetes would then allow all. Takes peers, direction, ports. */}}
{{- define "baedal.rule" -}}
{{- if .peers -}}
- ports:
    {{- range .ports }}
    - {port: {{ . }}, protocol: TCP}
    {{- end }}
  {{ .direction }}:
    {{- toYaml .peers | nindent 4 }}
{{- end }}
{{- end }}

{{- define "baedal.peer" -}}
podSelector:
  matchLabels:
    {{- include "baedal.selectorLabels" . | nindent 4 }}
{{- end }}

{{- define "baedal.egress.service" -}}
{{- $port := (include "baedal.service.facts" . | fromJson).port }}
{{- include "baedal.rule" (dict "peers" (list (include "baedal.peer" . | fromYaml)) "direction" "to" "ports" (list $port)) }}
{{- end }}

{{- define "baedal.egress.database" -}}
{{- $values := .root.Values }}
{{- $own := list (include "baedal.peer" (dict "root" .root "service" "postgresql") | fromYaml) }}
{{- $peers := ternary $own $values.networkPolicy.databaseTo $values.postgresql.bundled }}
{{- $port := ternary 5432 $values.database.port $values.postgresql.bundled }}
{{- include "baedal.rule" (dict "peers" $peers "direction" "to" "ports" (list $port)) }}
{{- end }}

{{- define "baedal.egress.kafka" -}}
{{- $values := .root.Values }}
{{- $own := list (include "baedal.peer" (dict "root" .root "service" "kafka") | fromYaml) }}
{{- $peers := ternary $own $values.networkPolicy.kafkaTo $values.kafka.bundled }}
{{- $ports := list }}
{{- range include "baedal.kafka.bootstrapServers" . | splitList "," }}
{{- $ports = append $ports (splitList ":" . | last) }}
{{- end }}
{{- include "baedal.rule" (dict "peers" $peers "direction" "to" "ports" (uniq $ports)) }}
{{- end }}

{{- define "baedal.egress.dns" -}}
{{- with .root.Values.networkPolicy.dnsTo -}}
- ports:
    - {port: 53, protocol: UDP}
    - {port: 53, protocol: TCP}
  to:
    {{- toYaml . | nindent 4 }}
{{- end }}
{{- end }}

{{/* For the bundled stores: ingress from the services that use them ("database" or "kafka"), no egress. Takes root,
service, port, for. */}}
{{- define "baedal.networkPolicy.store" -}}
{{- if .root.Values.networkPolicy.enabled }}
{{- $from := list }}
{{- range $service, $facts := include "baedal.services" . | fromYaml }}
{{- if get $facts $.for }}
{{- $from = append $from (include "baedal.peer" (dict "root" $.root "service" $service) | fromYaml) }}
{{- end }}
{{- end -}}
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  {{- include "baedal.metadata" . | nindent 2 }}
spec:
  podSelector:
    matchLabels:
      {{- include "baedal.selectorLabels" . | nindent 6 }}
  policyTypes: [Ingress, Egress]
  ingress:
    {{- include "baedal.rule" (dict "peers" $from "direction" "from" "ports" (list .port)) | nindent 4 }}
{{- end }}
{{- end }}
