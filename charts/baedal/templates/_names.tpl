{{/*
The services: the key of their values, their port, the port of health and metrics, whether they use PostgreSQL
("database") and Kafka, whether they consume events, whether they check access tokens, and whether only one pod can run
("single"). The identity provider is there if it is bundled.
*/}}
{{- define "baedal.services" -}}
order: {key: order, port: 8082, management: 18082, database: true, kafka: true, consumes: true, tokens: true}
payment: {key: payment, port: 8083, management: 18083, database: true, kafka: true, tokens: true}
delivery: {key: delivery, port: 8081, management: 18081, database: true, kafka: true, tokens: true}
orchestrator: {key: orchestrator, port: 8080, management: 18080, database: true, kafka: true, consumes: true, tokens: true}
order-view: {key: orderView, port: 8084, management: 18084, database: true, kafka: true, consumes: true, tokens: true}
gateway: {key: gateway, port: 8088, management: 18088, database: true, tokens: true}
identity: {key: identity, port: 8085, management: 18085, single: true}
{{- end }}

{{/* One of them, with "settings": the common values, overridden by its own. Takes root, service; returns JSON. */}}
{{- define "baedal.service.facts" -}}
{{- $facts := get (include "baedal.services" . | fromYaml) .service }}
{{- $own := get .root.Values $facts.key }}
{{- mustMergeOverwrite $facts (dict "settings" (mustMergeOverwrite (deepCopy .root.Values.common) (deepCopy $own))) | toJson }}
{{- end }}

{{/*
The name of a component's objects. It begins with the name of the release, which is unique in its namespace. A release
name that is too long with the longest suffix, or has a dot, which is invalid in a Service, is cut and gets a hash.
*/}}
{{- define "baedal.name" -}}
{{- $release := .root.Release.Name }}
{{- if regexMatch "^[0-9]" $release }}
{{- fail "the name of the release begins with a digit, which is invalid in the names of its Services" }}
{{- end }}
{{- if or (gt (len $release) 40) (contains "." $release) }}
{{- $release = printf "%s-%s" (trunc 31 $release | replace "." "-" | trimSuffix "-") (sha256sum $release | trunc 8) }}
{{- end }}
{{- printf "%s-%s" $release .service }}
{{- end }}

{{/* The labels that never change during the life of a release. */}}
{{- define "baedal.selectorLabels" -}}
app.kubernetes.io/name: {{ .root.Chart.Name }}
app.kubernetes.io/instance: {{ .root.Release.Name | quote }}
app.kubernetes.io/component: {{ .service }}
{{- end }}

{{- define "baedal.labels" -}}
{{ include "baedal.selectorLabels" . }}
app.kubernetes.io/part-of: {{ .root.Chart.Name }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version | replace "+" "_" | trunc 63 | trimSuffix "-" }}
{{- end }}

{{/* The metadata of a component's object. Takes root, service and optionally suffix, which is added to the name. */}}
{{- define "baedal.metadata" -}}
name: {{ include "baedal.name" . }}{{ with .suffix }}-{{ . }}{{ end }}
namespace: {{ .root.Release.Namespace | quote }}
labels:
  {{- include "baedal.labels" . | nindent 2 }}
{{- end }}

{{- define "baedal.url" -}}
{{- $facts := include "baedal.service.facts" . | fromJson }}
{{- printf "http://%s:%v" (include "baedal.name" .) $facts.port }}
{{- end }}

{{- define "baedal.serviceAccountName" -}}
{{- $settings := (include "baedal.service.facts" . | fromJson).settings }}
{{- $settings.serviceAccount.name | default (ternary (include "baedal.name" .) "default" $settings.serviceAccount.create) }}
{{- end }}
