{{/* Takes root, service, configMap (the rendered one). */}}
{{- define "baedal.deployment" -}}
{{- $facts := include "baedal.service.facts" . | fromJson }}
{{- $settings := $facts.settings }}
{{- $image := mustMergeOverwrite (deepCopy .root.Values.image) $settings.image -}}
apiVersion: apps/v1
kind: Deployment
metadata:
  {{- include "baedal.metadata" . | nindent 2 }}
spec:
  {{- if $facts.single }}
  replicas: 1
  {{- else if not $settings.autoscaling.enabled }}
  replicas: {{ $settings.replicas }}
  {{- end }}
  revisionHistoryLimit: 5
  strategy:
    type: RollingUpdate
    rollingUpdate:
      maxUnavailable: 0
      maxSurge: 1
  selector:
    matchLabels:
      {{- include "baedal.selectorLabels" . | nindent 6 }}
  template:
    metadata:
      labels:
        {{- include "baedal.selectorLabels" . | nindent 8 }}
        {{- with $settings.podLabels }}
        {{- toYaml . | nindent 8 }}
        {{- end }}
      annotations:
        {{- include "baedal.checksums" . | trim | nindent 8 }}
        {{- with $settings.podAnnotations }}
        {{- toYaml . | nindent 8 }}
        {{- end }}
    spec:
      serviceAccountName: {{ include "baedal.serviceAccountName" . }}
      automountServiceAccountToken: false
      # the variables of Services (ORDER_PORT=tcp://...) would be read as settings
      enableServiceLinks: false
      terminationGracePeriodSeconds: {{ $settings.terminationGracePeriodSeconds }}
      securityContext:
        {{- include "baedal.podSecurityContext" (dict "uid" 10001) | nindent 8 }}
      {{- with $image.pullSecrets }}
      imagePullSecrets:
        {{- toYaml . | nindent 8 }}
      {{- end }}
      {{- include "baedal.scheduling" . | nindent 6 }}
      containers:
        - name: {{ .service }}
          image: {{ list $image.registry $image.repository ($image.name | default .service) | compact | join "/" }}:{{ $image.tag | default .root.Chart.AppVersion }}
          imagePullPolicy: {{ $image.pullPolicy }}
          ports:
            - name: http
              containerPort: {{ $facts.port }}
              protocol: TCP
            - name: management
              containerPort: {{ $facts.management }}
              protocol: TCP
          envFrom:
            - configMapRef:
                name: {{ include "baedal.name" . }}
            {{- if and $facts.kafka .root.Values.kafka.existingSecret }}
            - secretRef:
                name: {{ .root.Values.kafka.existingSecret | quote }}
            {{- end }}
            {{- with $settings.envFrom }}
            {{- toYaml . | nindent 12 }}
            {{- end }}
          {{- with (include "baedal.credentials" . | fromJson).items }}
          env:
            {{- range . }}
            - name: {{ .env }}
              valueFrom:
                secretKeyRef:
                  {{- include "baedal.secretKeyRef" (dict "root" $.root "service" $.service "credential" .) | nindent 18 }}
            {{- end }}
          {{- end }}
          startupProbe:
            {{- include "baedal.probe" (dict "state" "liveness" "times" $settings.probes.startup) | nindent 12 }}
          livenessProbe:
            {{- include "baedal.probe" (dict "state" "liveness" "times" $settings.probes.liveness) | nindent 12 }}
          readinessProbe:
            {{- include "baedal.probe" (dict "state" "readiness" "times" $settings.probes.readiness) | nindent 12 }}
          lifecycle:
            preStop:
              exec:
                # until proxies send no new requests
                command: [sleep, {{ $settings.preStopSeconds | quote }}]
          resources:
            {{- toYaml $settings.resources | nindent 12 }}
          securityContext:
            {{- include "baedal.containerSecurityContext" . | nindent 12 }}
          volumeMounts:
            - name: tmp
              mountPath: /tmp
            {{- with $settings.extraVolumeMounts }}
            {{- toYaml . | nindent 12 }}
            {{- end }}
      volumes:
        - name: tmp
          emptyDir:
            sizeLimit: 256Mi
        {{- with $settings.extraVolumes }}
        {{- toYaml . | nindent 8 }}
        {{- end }}
{{- end }}

{{- define "baedal.probe" -}}
httpGet:
  path: /actuator/health/{{ .state }}
  port: management
{{ .times | toYaml }}
{{- end }}

{{- define "baedal.scheduling" -}}
{{- $settings := (include "baedal.service.facts" . | fromJson).settings }}
{{- with $settings.priorityClassName }}
priorityClassName: {{ . | quote }}
{{- end }}
{{- with $settings.nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with $settings.tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with $settings.affinity }}
affinity:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with $settings.topologySpread }}
{{- if .enabled }}
topologySpreadConstraints:
  - topologyKey: {{ .topologyKey }}
    maxSkew: {{ .maxSkew }}
    whenUnsatisfiable: {{ .whenUnsatisfiable }}
    labelSelector:
      matchLabels:
        {{- include "baedal.selectorLabels" $ | nindent 8 }}
{{- end }}
{{- end }}
{{- end }}
