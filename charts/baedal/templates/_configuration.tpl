{{/* The settings of a service, without secrets. Takes root, service, env (YAML); "env" in the values overrides it. */}}
{{- define "baedal.configMap" -}}
{{- $facts := include "baedal.service.facts" . | fromJson }}
{{- $env := .env | default "" | fromYaml }}
{{- if $facts.database }}
{{- $env = merge $env (include "baedal.database.env" . | fromYaml) }}
{{- end }}
{{- if $facts.kafka }}
{{- $env = merge $env (include "baedal.kafka.env" . | fromYaml) }}
{{- end }}
{{- if $facts.tokens }}
{{- $env = merge $env (include "baedal.access.env" . | fromYaml) }}
{{- end }}
{{- with $facts.settings.javaOptions }}
{{- $_ := set $env "JDK_JAVA_OPTIONS" . }}
{{- end -}}
apiVersion: v1
kind: ConfigMap
metadata:
  {{- include "baedal.metadata" . | nindent 2 }}
data:
  {{- range $name, $value := mustMergeOverwrite $env $facts.settings.env }}
  {{ $name }}: {{ $value | quote }}
  {{- else }} {}
  {{- end }}
{{- end }}

{{/*
The passwords of a component: the path in the values, the environment variable, the key in the Secret, whether it may be
generated, and the component that owns it, if that is another one. Takes root, service; returns JSON {"items": [...]}.
*/}}
{{- define "baedal.credentials" -}}
{{- $values := .root.Values }}
{{- $items := list }}
{{- if eq .service "postgresql" }}
{{- $items = append $items (dict "path" "postgresql" "given" $values.postgresql "key" "postgres-password" "generated" true) }}
{{- else if eq .service "tests" }}
{{- if $values.identity.bundled }}
{{- $items = append $items (dict "path" "identity.passwords" "given" (dict "password" $values.identity.passwords.customer)
      "env" "CLIENT_PASSWORD" "key" "customer-password" "generated" true "owner" "identity") }}
{{- else }}
{{- $items = append $items (dict "path" "tests.client" "given" $values.tests.client
      "env" "CLIENT_PASSWORD" "key" "client-password" "generated" false) }}
{{- end }}
{{- else if eq .service "identity" }}
{{- range $account, $password := $values.identity.passwords }}
{{- $items = append $items (dict "path" "identity.passwords" "given" (dict "password" $password)
      "env" (printf "IDENTITY_ACCOUNTS_%s_PASSWORD" (upper $account)) "key" (printf "%s-password" $account) "generated" true) }}
{{- end }}
{{- $items = append $items (dict "path" "orchestrator.client" "given" $values.orchestrator.client
      "env" "IDENTITY_ACCOUNTS_ORCHESTRATOR_PASSWORD" "key" "client-password" "generated" true "owner" "orchestrator") }}
{{- $items = append $items (dict "path" "gateway.client" "given" $values.gateway.client
      "env" "IDENTITY_GATEWAY_PASSWORD" "key" "client-password" "generated" true "owner" "gateway") }}
{{- else }}
{{- $facts := include "baedal.service.facts" . | fromJson }}
{{- if $facts.database }}
{{- $items = append $items (dict "path" (printf "%s.database" $facts.key) "given" $facts.settings.database
      "env" "SPRING_DATASOURCE_PASSWORD" "key" "database-password" "generated" $values.postgresql.bundled) }}
{{- end }}
{{- with $facts.settings.operator }}
{{- $items = append $items (dict "path" (printf "%s.operator" $facts.key) "given" .
      "env" "ORCHESTRATOR_OPERATOR_PASSWORD" "key" "operator-password" "generated" false) }}
{{- end }}
{{- with $facts.settings.client }}
{{- $items = append $items (dict "path" (printf "%s.client" $facts.key) "given" .
      "env" (ternary "GATEWAY_LOGIN_CLIENT_SECRET" "ORCHESTRATOR_CLIENT_SECRET" (eq $.service "gateway")) "key" "client-password" "generated" $values.identity.bundled) }}
{{- end }}
{{- end }}
{{- range $items }}
{{- if and .given.password .given.existingSecret }}
{{- fail (printf "%s.password and %s.existingSecret are both given: choose one of them" .path .path) }}
{{- else if not (or .given.password .given.existingSecret .generated) }}
{{- fail (printf "%s.password is missing: give it, or name a Secret that holds it in %s.existingSecret" .path .path) }}
{{- end }}
{{- end }}
{{- dict "items" $items | toJson }}
{{- end }}

{{/* The Secret and key of a password. Takes root, service, credential. */}}
{{- define "baedal.secretKeyRef" -}}
{{- $given := .credential.given -}}
{{- $owner := .credential.owner | default .service -}}
name: {{ $given.existingSecret | default (include "baedal.name" (dict "root" .root "service" $owner)) | quote }}
key: {{ ternary $given.existingSecretKey .credential.key (not (empty $given.existingSecret)) | quote }}
{{- end }}

{{/* The Secret with the passwords that are in no existing Secret. Upgrades keep generated passwords. */}}
{{- define "baedal.secret" -}}
{{- $own := dict }}
{{- $kept := (lookup "v1" "Secret" .root.Release.Namespace (include "baedal.name" .)).data | default dict }}
{{- range (include "baedal.credentials" . | fromJson).items }}
{{- if .owner }}
{{- else if .given.password }}
{{- $_ := set $own .key (b64enc .given.password) }}
{{- else if not .given.existingSecret }}
{{- $_ := set $own .key (get $kept .key | default (randAlphaNum 32 | b64enc)) }}
{{- end }}
{{- end }}
{{- with $own -}}
apiVersion: v1
kind: Secret
metadata:
  {{- include "baedal.metadata" $ | nindent 2 }}
type: Opaque
data:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}

{{/* Pods are replaced when these change. Generated passwords do not change and are left out. */}}
{{- define "baedal.checksums" -}}
{{- with .configMap }}
checksum/config: {{ (. | fromYaml).data | toJson | sha256sum }}
{{- end }}
{{- $secrets := list }}
{{- range (include "baedal.credentials" . | fromJson).items }}
{{- $secrets = append $secrets (pick .given "password" "existingSecret" "existingSecretKey") }}
{{- end }}
{{- with $secrets }}
checksum/secret: {{ toJson . | sha256sum }}
{{- end }}
{{- end }}
