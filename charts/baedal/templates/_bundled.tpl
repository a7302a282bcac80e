{{/* What the bundled stores share. Takes root, service, port, portName. */}}

{{/* Headless, because there is one pod. */}}
{{- define "baedal.store.service" -}}
apiVersion: v1
kind: Service
metadata:
  {{- include "baedal.metadata" . | nindent 2 }}
spec:
  clusterIP: None
  selector:
    {{- include "baedal.selectorLabels" . | nindent 4 }}
  ports:
    - name: {{ .portName }}
      port: {{ .port }}
      targetPort: {{ .portName }}
      protocol: TCP
{{- end }}

{{- define "baedal.store.pod" -}}
automountServiceAccountToken: false
enableServiceLinks: false
terminationGracePeriodSeconds: 60
securityContext:
  {{- include "baedal.podSecurityContext" . | nindent 2 }}
{{- with .root.Values.image.pullSecrets }}
imagePullSecrets:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}

{{- define "baedal.store.claim" -}}
- metadata:
    name: data
    labels:
      {{- include "baedal.selectorLabels" . | nindent 6 }}
  spec:
    accessModes: [ReadWriteOnce]
    {{- with .persistence.storageClass }}
    storageClassName: {{ . | quote }}
    {{- end }}
    resources:
      requests:
        storage: {{ .persistence.size | quote }}
{{- end }}
