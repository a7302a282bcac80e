{{/* The address of the provider in its tokens. Takes root. */}}
{{- define "baedal.access.issuer" -}}
{{- $values := .root.Values }}
{{- if $values.identity.bundled }}
{{- if $values.access.issuer }}{{ fail "access.issuer is given and identity.bundled is true: choose one of them" }}{{ end }}
{{- if not $values.postgresql.bundled }}{{ fail "identity.bundled is for evaluation, together with postgresql.bundled: name your OpenID Connect provider in access.issuer" }}{{ end }}
{{- $values.identity.url }}
{{- else }}
{{- $values.access.issuer | required "access.issuer is missing: name your OpenID Connect provider, or set identity.bundled=true for evaluation" }}
{{- end }}
{{- end }}

{{/* Where the services call it. Takes root. */}}
{{- define "baedal.access.provider" -}}
{{- $issuer := include "baedal.access.issuer" . }}
{{- ternary (include "baedal.url" (dict "root" .root "service" "identity")) $issuer .root.Values.identity.bundled | trimSuffix "/" }}
{{- end }}

{{- define "baedal.access.keys" -}}
{{- .root.Values.access.keys | default (printf "%s/oauth2/jwks" (include "baedal.access.provider" .)) }}
{{- end }}

{{- define "baedal.access.tokenUri" -}}
{{- .root.Values.access.tokenUri | default (printf "%s/oauth2/token" (include "baedal.access.provider" .)) }}
{{- end }}

{{/* The address of the gateway, as browsers reach it. */}}
{{- define "baedal.gateway.url" -}}
{{- $gateway := .Values.gateway }}
{{- if $gateway.url }}
{{- $gateway.url | trimSuffix "/" }}
{{- else if and $gateway.ingress.enabled $gateway.ingress.host }}
{{- printf "%s://%s" (ternary "https" "http" (not (empty $gateway.ingress.tlsSecret))) $gateway.ingress.host }}
{{- else if .Values.identity.bundled }}
{{- "http://localhost:8088" }}
{{- else }}
{{- fail "gateway.url is missing: the address of the gateway as browsers reach it, to which they return after a login" }}
{{- end }}
{{- end }}

{{/* The environment variables of a service that checks tokens. */}}
{{- define "baedal.access.env" -}}
BAEDAL_ACCESS_ISSUER: {{ include "baedal.access.issuer" . | quote }}
BAEDAL_ACCESS_KEYS: {{ include "baedal.access.keys" . | quote }}
BAEDAL_ACCESS_AUDIENCE: {{ .root.Values.access.audience | quote }}
{{- if .root.Values.monitoring.serviceMonitor.enabled }}
# Prometheus has no token; networkPolicy.prometheusFrom lets it in
BAEDAL_ACCESS_OPEN_ENDPOINTS: health,prometheus
{{- end }}
{{- end }}

{{/* The port of a URL. */}}
{{- define "baedal.access.port" -}}
{{- $url := urlParse . }}
{{- with regexFind ":[0-9]+$" $url.host }}{{ trimPrefix ":" . }}{{ else }}{{ ternary 443 80 (eq $url.scheme "https") }}{{ end }}
{{- end }}

{{/* Egress to the provider. Takes root, and urls: which of its addresses are called. */}}
{{- define "baedal.egress.access" -}}
{{- $own := list (include "baedal.peer" (dict "root" .root "service" "identity") | fromYaml) }}
{{- $peers := ternary $own .root.Values.networkPolicy.identityTo .root.Values.identity.bundled }}
{{- $ports := list }}
{{- range .urls }}
{{- $ports = append $ports (include "baedal.access.port" .) }}
{{- end }}
{{- include "baedal.rule" (dict "peers" $peers "direction" "to" "ports" (uniq $ports)) }}
{{- end }}
