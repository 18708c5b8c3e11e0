{{/* Name of the chart, at most 63 characters: it becomes a label value. */}}
{{- define "agentapi-proxy.name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 63 | trimSuffix "-" }}
{{- end }}

{{/* Name of the objects: the release's name alone where it already says what this is. */}}
{{- define "agentapi-proxy.fullname" -}}
{{- if .Values.fullnameOverride }}
{{- .Values.fullnameOverride | trunc 63 | trimSuffix "-" }}
{{- else }}
{{- $name := default .Chart.Name .Values.nameOverride }}
{{- if contains $name .Release.Name }}
{{- .Release.Name | trunc 63 | trimSuffix "-" }}
{{- else }}
{{- printf "%s-%s" .Release.Name $name | trunc 63 | trimSuffix "-" }}
{{- end }}
{{- end }}
{{- end }}

{{/* The full name with a suffix, cut in the name so that the suffix survives. Call with (list . "suffix"). */}}
{{- define "agentapi-proxy.suffixedName" -}}
{{- $suffix := index . 1 }}
{{- $length := sub 62 (len $suffix) | int }}
{{- printf "%s-%s" (include "agentapi-proxy.fullname" (index . 0) | trunc $length | trimSuffix "-") $suffix }}
{{- end }}

{{/* Labels of every object. A label value cannot hold the "+" of build metadata. */}}
{{- define "agentapi-proxy.labels" -}}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" | trunc 63 | trimSuffix "-" }}
app.kubernetes.io/name: {{ include "agentapi-proxy.name" . }}
app.kubernetes.io/instance: {{ .Release.Name | quote }}
app.kubernetes.io/version: {{ .Chart.AppVersion | replace "+" "_" | trunc 63 | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- end }}

{{/* Labels that select the proxy's pods, and neither session pods nor the connection test. Never to change: selectors are immutable. */}}
{{- define "agentapi-proxy.selectorLabels" -}}
app.kubernetes.io/name: {{ include "agentapi-proxy.name" . }}
app.kubernetes.io/instance: {{ .Release.Name | quote }}
app.kubernetes.io/component: proxy
{{- end }}

{{/* ServiceAccount of the proxy. */}}
{{- define "agentapi-proxy.serviceAccountName" -}}
{{- if .Values.serviceAccount.create }}
{{- default (include "agentapi-proxy.fullname" .) .Values.serviceAccount.name }}
{{- else }}
{{- default "default" .Values.serviceAccount.name }}
{{- end }}
{{- end }}

{{/* The image: the tag that is set, else appVersion as it is. */}}
{{- define "agentapi-proxy.image" -}}
{{- printf "%s:%s" .Values.image.repository (.Values.image.tag | default .Chart.AppVersion) }}
{{- end }}

{{/* Claim for the home folder. */}}
{{- define "agentapi-proxy.claimName" -}}
{{- .Values.persistence.existingClaim | default (include "agentapi-proxy.fullname" .) }}
{{- end }}

{{/* "true" when the home folder is a claim that only one node can mount. */}}
{{- define "agentapi-proxy.singleNodeClaim" -}}
{{- if and .Values.persistence.enabled (not (has "ReadWriteMany" .Values.persistence.accessModes)) }}true{{ end }}
{{- end }}

{{/* Refuses combinations that Kubernetes would accept and that would then hang. */}}
{{- define "agentapi-proxy.validate" -}}
{{- $replicas := ternary .Values.autoscaling.maxReplicas .Values.replicaCount .Values.autoscaling.enabled | int }}
{{- if and (gt $replicas 1) (include "agentapi-proxy.singleNodeClaim" .) }}
{{- $message := "up to %d pods would share a claim with accessModes %s: add ReadWriteMany to persistence.accessModes, or run one pod" }}
{{- fail (printf $message $replicas (toJson .Values.persistence.accessModes)) }}
{{- end }}
{{- end }}
