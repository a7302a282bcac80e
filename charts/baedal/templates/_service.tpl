{{- define "baedal.service" -}}
{{- $facts := include "baedal.service.facts" . | fromJson -}}
apiVersion: v1
kind: Service
metadata:
  {{- include "baedal.metadata" . | nindent 2 }}
spec:
  selector:
    {{- include "baedal.selectorLabels" . | nindent 4 }}
  ports:
    - name: http
      port: {{ $facts.port }}
      targetPort: http
      protocol: TCP
    - name: management
      port: {{ $facts.management }}
      targetPort: management
      protocol: TCP
{{- end }}

{{/* A separate ServiceAccount without a token: no service calls the Kubernetes API. */}}
{{- define "baedal.serviceAccount" -}}
{{- $account := (include "baedal.service.facts" . | fromJson).settings.serviceAccount }}
{{- if $account.create }}
{{- if .root.Values.common.serviceAccount.name }}
{{- fail "common.serviceAccount.name would be created for each service: set it with common.serviceAccount.create=false, or under each service" }}
{{- end -}}
apiVersion: v1
kind: ServiceAccount
metadata:
  name: {{ include "baedal.serviceAccountName" . }}
  namespace: {{ .root.Release.Namespace | quote }}
  labels:
    {{- include "baedal.labels" . | nindent 4 }}
  {{- with $account.annotations }}
  annotations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
automountServiceAccountToken: false
{{- end }}
{{- end }}
