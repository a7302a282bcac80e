{{- define "baedal.horizontalPodAutoscaler" -}}
{{- $facts := include "baedal.service.facts" . | fromJson }}
{{- $scaling := $facts.settings.autoscaling }}
{{- if $scaling.enabled }}
{{- if gt $scaling.minReplicas $scaling.maxReplicas }}
{{- fail (printf "%s.autoscaling.minReplicas is greater than its maxReplicas" $facts.key) }}
{{- end -}}
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  {{- include "baedal.metadata" . | nindent 2 }}
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: {{ include "baedal.name" . }}
  minReplicas: {{ $scaling.minReplicas }}
  maxReplicas: {{ $scaling.maxReplicas }}
  metrics:
    - type: Resource
      resource:
        name: cpu
        target:
          type: Utilization
          averageUtilization: {{ $scaling.cpuUtilization }}
    {{- if and $facts.consumes $scaling.backlog.enabled }}
    - type: Pods
      pods:
        metric:
          name: {{ $scaling.backlog.metric }}
        target:
          type: AverageValue
          averageValue: {{ $scaling.backlog.averageValue | quote }}
    {{- end }}
{{- end }}
{{- end }}

{{- define "baedal.podDisruptionBudget" -}}
{{- $budget := (include "baedal.service.facts" . | fromJson).settings.podDisruptionBudget }}
{{- if $budget.enabled -}}
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  {{- include "baedal.metadata" . | nindent 2 }}
spec:
  maxUnavailable: {{ $budget.maxUnavailable }}
  selector:
    matchLabels:
      {{- include "baedal.selectorLabels" . | nindent 6 }}
{{- end }}
{{- end }}
