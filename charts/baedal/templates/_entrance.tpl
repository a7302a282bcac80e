{{/* An Ingress for the "paths" of a service. */}}
{{- define "baedal.ingress" -}}
{{- $facts := include "baedal.service.facts" . | fromJson }}
{{- $ingress := $facts.settings.ingress }}
{{- if $ingress.enabled -}}
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  {{- include "baedal.metadata" . | nindent 2 }}
  {{- with $ingress.annotations }}
  annotations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
spec:
  {{- with $ingress.className }}
  ingressClassName: {{ . | quote }}
  {{- end }}
  {{- with $ingress.tlsSecret }}
  tls:
    - hosts: [{{ $ingress.host | quote }}]
      secretName: {{ . | quote }}
  {{- end }}
  rules:
    - host: {{ $ingress.host | required (printf "%s.ingress.host is missing" $facts.key) | quote }}
      http:
        paths:
          {{- range $facts.settings.paths }}
          - path: {{ . | quote }}
            pathType: Prefix
            backend:
              service:
                name: {{ include "baedal.name" $ }}
                port:
                  name: http
          {{- end }}
{{- end }}
{{- end }}

{{/* An HTTPRoute of the Gateway API for the "paths" of a service. */}}
{{- define "baedal.httpRoute" -}}
{{- $facts := include "baedal.service.facts" . | fromJson }}
{{- $route := $facts.settings.httpRoute }}
{{- if $route.enabled }}
{{- if not $route.parentRefs }}
{{- fail (printf "%s.httpRoute.parentRefs is missing: name the Gateway" $facts.key) }}
{{- end -}}
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  {{- include "baedal.metadata" . | nindent 2 }}
  {{- with $route.annotations }}
  annotations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
spec:
  parentRefs:
    {{- toYaml $route.parentRefs | nindent 4 }}
  {{- with $route.hostnames }}
  hostnames:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  rules:
    {{- /* a rule has at most 8 matches */}}
    {{- range chunk 8 $facts.settings.paths }}
    - matches:
        {{- range . }}
        - path: {type: PathPrefix, value: {{ . | quote }}}
        {{- end }}
      backendRefs:
        - name: {{ include "baedal.name" $ }}
          port: {{ $facts.port }}
    {{- end }}
{{- end }}
{{- end }}
